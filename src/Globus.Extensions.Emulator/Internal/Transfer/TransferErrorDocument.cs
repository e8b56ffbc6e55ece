namespace Globus.Extensions.Emulator.Internal.Transfer;

/// <summary>An error of the Transfer service.</summary>
internal sealed record TransferErrorDocument(string Code, string Message, string RequestId, string Resource)
{
    /// <summary>The scopes that have to be allowed first, with what they depend on.</summary>
    public IReadOnlyList<string>? RequiredScopes { get; init; }

    /// <summary>What the next login has to ask for.</summary>
    public AuthorizationParameters? AuthorizationParameters { get; init; }
}
