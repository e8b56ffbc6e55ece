using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Principals;

/// <summary>A secret of a registered client, or what is known of one.</summary>
public sealed record ClientCredential
{
    /// <summary>The id.</summary>
    public required ClientCredentialId Id { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The client that proves with it who it is.</summary>
    public ClientId? Client { get; init; }

    /// <summary>When it was created.</summary>
    [JsonConverter(typeof(GlobusDateTimeConverter))]
    public DateTimeOffset? Created { get; init; }

    /// <summary>The secret itself. The service shows it once, in the answer that creates it.</summary>
    public string? Secret { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    /// <summary>Leaves out the secret.</summary>
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", Name = ").Append(Name).Append(", Client = ").Append(Client).Append(", Created = ").Append(Created?.ToString("O"));
        return true;
    }
}
