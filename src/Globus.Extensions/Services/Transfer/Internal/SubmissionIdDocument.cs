namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>The answer of the route that gives submission ids.</summary>
internal sealed record SubmissionIdDocument
{
    public SubmissionId? Value { get; init; }
}
