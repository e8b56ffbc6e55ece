namespace Globus.Extensions.Emulator;

/// <summary>A scope owned by an <see cref="EmulatorClient"/>.</summary>
public sealed record EmulatorScope
{
    /// <summary>The complete scope string, for example <c>https://auth.globus.org/scopes/CLIENT_ID/compute</c>.</summary>
    public required string ScopeString { get; init; }

    /// <summary>What the consent page says about the scope; <see langword="null"/> shows the scope string alone.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// The scopes that consenting to this one grants along with it, each a scope string, with a leading <c>*</c> when it is
    /// optional. The owner gets them by the dependent token grant.
    /// </summary>
    public IReadOnlyList<string> DependentScopes { get; init => field = value ?? []; } = [];
}
