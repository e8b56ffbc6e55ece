using System.Text;

namespace Globus.Extensions.Emulator;

/// <summary>A registered application: native without <see cref="Secret"/>, confidential with one.</summary>
public sealed record EmulatorClient
{
    /// <summary>The client id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name that the consent page shows.</summary>
    public required string Name { get; init; }

    /// <summary>The client secret; <see langword="null"/> makes a native (public) client, which must use PKCE.</summary>
    public string? Secret { get; init; }

    /// <summary>
    /// The redirect URIs, compared character by character. A native client may besides redirect to any <c>http</c> loopback
    /// address and to <c>v2/web/auth-code</c> of the emulator.
    /// </summary>
    public IReadOnlyList<string> RedirectUris { get; init => field = value ?? []; } = [];

    /// <summary>The seeded project it belongs to; <see langword="null"/>, the default, for none, so that nobody can change it.</summary>
    public Guid? ProjectId { get; init; }

    /// <summary>The scopes this client owns as a resource server; the name of the resource server is <see cref="Id"/>.</summary>
    public IReadOnlyList<EmulatorScope> Scopes { get; init => field = value ?? []; } = [];

    /// <summary>Leaves the secret out of <see cref="object.ToString"/>.</summary>
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", Name = ").Append(Name)
            .Append(", Secret = ").Append(Secret is null ? "null" : "***")
            .Append(", RedirectUris = ").AppendJoin(' ', RedirectUris)
            .Append(", Scopes = ").AppendJoin(' ', Scopes.Select(static scope => scope.ScopeString));
        return true;
    }
}
