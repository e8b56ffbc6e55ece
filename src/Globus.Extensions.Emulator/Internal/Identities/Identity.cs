namespace Globus.Extensions.Emulator.Internal.Identities;

/// <summary>A person's or a client's identity as Globus Auth knows it.</summary>
internal sealed record Identity(Guid Id, string UserName, string? Name, string? Email, string? Organization)
{
    /// <summary>Whether somebody has signed in with it or could; provisioned identities start unused.</summary>
    public bool IsUsed { get; init; } = true;

    /// <summary>Whether the client behind it has been deleted.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The identity provider's id; clients come from another one than people.</summary>
    public required Guid IdentityProvider { get; init; }

    public required string IdentityProviderName { get; init; }
}
