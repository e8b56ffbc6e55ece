namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>What somebody has asked for; plain data that never changes.</summary>
internal sealed record TaskSubmission
{
    public required Guid SubmissionId { get; init; }

    /// <summary>One of <see cref="TaskTypes"/>.</summary>
    public required string Type { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid SourceEndpoint { get; init; }

    /// <summary><see langword="null"/> for a delete.</summary>
    public Guid? DestinationEndpoint { get; init; }

    public required IReadOnlyList<TaskItem> Items { get; init; }

    public int? SyncLevel { get; init; }

    public bool VerifyChecksum { get; init; }

    public bool PreserveTimestamp { get; init; }

    public bool EncryptData { get; init; }

    public bool SkipSourceErrors { get; init; }

    public bool FailOnQuotaErrors { get; init; }

    public bool DeleteDestinationExtra { get; init; }

    /// <summary><c>ignore</c>, <c>keep</c> or <c>copy</c>.</summary>
    public string RecursiveSymlinks { get; init; } = "ignore";

    public IReadOnlyList<FilterRule>? FilterRules { get; init; }

    public bool StoreBasePathInfo { get; init; }

    public string? SourceLocalUser { get; init; }

    public string? DestinationLocalUser { get; init; }

    /// <summary>Whether a delete takes folders with all in them.</summary>
    public bool Recursive { get; init; }

    public bool IgnoreMissing { get; init; }

    public bool InterpretGlobs { get; init; }

    /// <summary>The collections whose files are meant.</summary>
    public IEnumerable<Guid> Collections => DestinationEndpoint is { } destination ? [SourceEndpoint, destination] : [SourceEndpoint];

    public bool IsTransfer => Type == TaskTypes.Transfer;
}
