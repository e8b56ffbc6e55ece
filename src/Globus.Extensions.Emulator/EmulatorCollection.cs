using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;

namespace Globus.Extensions.Emulator;

/// <summary>A collection of the Transfer service, backed by a folder of this machine, or the endpoint that hosts collections.</summary>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "A collection is what Globus calls it.")]
public sealed record EmulatorCollection
{
    /// <summary>The collection id; empty, the default, makes one from <see cref="DisplayName"/>, always the same.</summary>
    public Guid Id { get => field == Guid.Empty ? CollectionIds.Of(DisplayName) : field; init; }

    /// <summary>The name that people see.</summary>
    public required string DisplayName { get; init; }

    /// <summary>
    /// What it is: <c>GCP_mapped_collection</c> (default), <c>GCP_guest_collection</c>, <c>GCSv5_endpoint</c>, <c>GCSv5_mapped_collection</c>
    /// or <c>GCSv5_guest_collection</c>. An endpoint holds no files; a guest collection lies in its host's folder.
    /// </summary>
    public string EntityType { get; init => field = value ?? EntityTypes.GcpMapped; } = EntityTypes.GcpMapped;

    /// <summary>
    /// The folder with the files of a mapped collection, which must exist; <see langword="null"/>, the default, is a temporary folder, made at
    /// the start with <see cref="Files"/> in it and removed when the emulator is disposed of; with a
    /// <see cref="GlobusEmulatorOptions.StateFile"/> one beside that file, which stays.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>The texts to put into a temporary folder, by path, for example <c>/home/notes.txt</c>; none by default.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init => field = value ?? NoFiles; } = NoFiles;

    /// <summary>
    /// For a guest collection the mapped collection below it, for a GCSv5 mapped collection its endpoint; both are collections of the
    /// same seed.
    /// </summary>
    public Guid? HostId { get; init; }

    /// <summary>The folder of the host that is the root of a guest collection, for example <c>/shared/</c>; <c>/</c> by default.</summary>
    public string HostPath { get; init => field = value ?? "/"; } = "/";

    /// <summary>
    /// Whose it is: the id or user name of a seeded user, or the id of a seeded client; <see langword="null"/>, the default, is the first
    /// user of the seed.
    /// </summary>
    public string? Owner { get; init; }

    /// <summary>
    /// Who has an account on a mapped collection, spelled like <see cref="Owner"/>; empty, the default, is everybody. Guest collections go
    /// by <see cref="AccessRules"/> instead.
    /// </summary>
    public IReadOnlyList<string> Users { get; init => field = value ?? []; } = [];

    /// <summary>Who may read and write what of a guest collection.</summary>
    public IReadOnlyList<EmulatorAccessRule> AccessRules { get; init => field = value ?? []; } = [];

    /// <summary>Whether everybody finds it in a search; <see langword="true"/> by default.</summary>
    public bool? Public { get; init; }

    /// <summary>The description, or <see langword="null"/>.</summary>
    public string? Description { get; init; }

    /// <summary>Where a listing without a path starts, for example <c>/home/</c>; <c>/~/</c> where it is <see langword="null"/>.</summary>
    public string? DefaultDirectory { get; init; }

    /// <summary>Whether it is a high assurance collection, which wants no <c>data_access</c> consent; <see langword="false"/> by default.</summary>
    public bool HighAssurance { get; init; }

    /// <summary>How many bytes its files may have together before transfers meet <c>QUOTA_EXCEEDED</c>; no limit by default.</summary>
    public long? Quota { get; init; }

    private static IReadOnlyDictionary<string, string> NoFiles { get; } = new Dictionary<string, string>();
}
