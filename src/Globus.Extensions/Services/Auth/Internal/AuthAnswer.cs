using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Auth.Internal;

/// <summary>What Globus Auth wraps its answers in: one member, named after what it holds.</summary>
internal sealed record AuthAnswer
{
    public Identity? Identity { get; init; }

    public IReadOnlyList<Identity>? Identities { get; init; }

    public IReadOnlyList<IdentityProvider>? IdentityProviders { get; init; }

    public Project? Project { get; init; }

    public IReadOnlyList<Project>? Projects { get; init; }

    public AuthenticationPolicy? Policy { get; init; }

    public IReadOnlyList<AuthenticationPolicy>? Policies { get; init; }

    public RegisteredClient? Client { get; init; }

    public IReadOnlyList<RegisteredClient>? Clients { get; init; }

    public ClientCredential? Credential { get; init; }

    public IReadOnlyList<ClientCredential>? Credentials { get; init; }

    public RegisteredScope? Scope { get; init; }

    public IReadOnlyList<RegisteredScope>? Scopes { get; init; }

    public IReadOnlyList<Consent>? Consents { get; init; }
}
