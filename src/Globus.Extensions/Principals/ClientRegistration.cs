using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Globus.Extensions.Principals.Internal;

namespace Globus.Extensions.Principals;

/// <summary>A client to register in a project.</summary>
public sealed record ClientRegistration
{
    /// <summary>The name that the consent page shows.</summary>
    public required string Name { get; init; }

    /// <summary>The project to register it in.</summary>
    public required ProjectId Project { get; init; }

    /// <summary>Whether the client cannot keep a secret. Exactly one of this and <see cref="ClientType"/> is given.</summary>
    public bool? PublicClient { get; init; }

    /// <summary>What kind of client it is. Exactly one of this and <see cref="PublicClient"/> is given.</summary>
    public ClientType? ClientType { get; init; }

    /// <summary>Who may see that it exists. Default: the service's.</summary>
    public ClientVisibility? Visibility { get; init; }

    /// <summary>The redirect URIs that its logins may name, character by character. Default: none.</summary>
    public IReadOnlyList<string>? RedirectUris { get; init; }

    /// <summary>The links that its consent page shows, both of them. Default: none.</summary>
    public ClientLinks? Links { get; init; }

    /// <summary>The identity provider that people have to log in with. Default: any.</summary>
    public IdentityProviderId? RequiredIdp { get; init; }

    /// <summary>The identity provider that the login page proposes. Default: none.</summary>
    public IdentityProviderId? PreselectIdp { get; init; }

    /// <summary>Further members for the service; names that have a property here are refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get; init; }

    /// <summary>The same, ready to be sent.</summary>
    /// <exception cref="ArgumentException">
    /// Not exactly one of public client and client type is given, one link is without the other, or an additional field has the name
    /// of another member.
    /// </exception>
    internal ClientRegistration Checked()
    {
        ClientRules.CheckKind(PublicClient, ClientType);
        ClientRules.CheckLinks(Links);
        Http.Internal.AdditionalFields.Check(AdditionalFields, PrincipalsJsonContext.Default.ClientRegistration);
        return ClientRules.AreNone(Links) ? this with { Links = null } : this;
    }
}
