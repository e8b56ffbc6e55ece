using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Principals.Internal;
using Globus.Extensions.Services.Auth.Internal;

namespace Globus.Extensions.Services.Auth;

/// <summary>What to change of a registered client. What is left out stays as it is.</summary>
public sealed record ClientUpdate
{
    /// <summary>The name that the consent page shows.</summary>
    public string? Name { get; init; }

    /// <summary>Who may see that it exists.</summary>
    public ClientVisibility? Visibility { get; init; }

    /// <summary>The redirect URIs that its logins may name, character by character.</summary>
    public IReadOnlyList<string>? RedirectUris { get; init; }

    /// <summary>The links that its consent page shows, both of them; <see cref="ClientLinks.None"/> takes them away.</summary>
    public ClientLinks? Links { get; init; }

    /// <summary>The identity provider that people have to log in with; <see langword="null"/> for any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<IdentityProviderId?>))]
    public Optional<IdentityProviderId?> RequiredIdp { get; init; }

    /// <summary>The identity provider that the login page proposes; <see langword="null"/> for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<IdentityProviderId?>))]
    public Optional<IdentityProviderId?> PreselectIdp { get; init; }

    /// <summary>Further members for the service; names that have a property here are refused.</summary>
    [JsonIgnore]
    public JsonObject? AdditionalFields { get; init; }

    /// <summary>Refuses what the service would refuse.</summary>
    /// <exception cref="ArgumentException">One link is without the other, or an additional field has the name of another member.</exception>
    internal void Check()
    {
        ClientRules.CheckLinks(Links);
        Http.Internal.AdditionalFields.Check(AdditionalFields, AuthJsonContext.Default.ClientUpdate);
    }
}
