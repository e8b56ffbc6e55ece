using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Where a search for endpoints looks. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<EndpointSearchScope>))]
public readonly record struct EndpointSearchScope : IStringValue<EndpointSearchScope>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public EndpointSearchScope(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>Everywhere, the default; wants a text to look for, or another filter that narrows.</summary>
    public static EndpointSearchScope All { get; } = new("all");

    /// <summary>What the caller owns.</summary>
    public static EndpointSearchScope MyEndpoints { get; } = new("my-endpoints");

    /// <summary>What the caller owns with Globus Connect Personal.</summary>
    public static EndpointSearchScope MyGcpEndpoints { get; } = new("my-gcp-endpoints");

    /// <summary>What the caller used of late.</summary>
    public static EndpointSearchScope RecentlyUsed { get; } = new("recently-used");

    /// <summary>What the caller has unfinished tasks on.</summary>
    public static EndpointSearchScope InUse { get; } = new("in-use");

    /// <summary>Guest collections of the caller.</summary>
    public static EndpointSearchScope SharedByMe { get; } = new("shared-by-me");

    /// <summary>Guest collections that others share with the caller.</summary>
    public static EndpointSearchScope SharedWithMe { get; } = new("shared-with-me");

    /// <summary>Where the caller has a role.</summary>
    public static EndpointSearchScope AdministeredByMe { get; } = new("administered-by-me");

    /// <summary>Everywhere but where the caller may nothing.</summary>
    public static EndpointSearchScope HideNoPermissions { get; } = new("hide-no-permissions");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static EndpointSearchScope IStringValue<EndpointSearchScope>.Create(string value) => new(value);
}
