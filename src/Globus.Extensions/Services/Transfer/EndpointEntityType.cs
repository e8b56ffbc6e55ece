using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What kind of endpoint or collection something is. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<EndpointEntityType>))]
public readonly record struct EndpointEntityType : IStringValue<EndpointEntityType>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public EndpointEntityType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>A collection of Globus Connect Personal: someone's own computer.</summary>
    public static EndpointEntityType GcpMappedCollection { get; } = new("GCP_mapped_collection");

    /// <summary>A guest collection on a collection of Globus Connect Personal.</summary>
    public static EndpointEntityType GcpGuestCollection { get; } = new("GCP_guest_collection");

    /// <summary>An installation of Globus Connect Server; its collections are endpoints of their own.</summary>
    public static EndpointEntityType Gcsv5Endpoint { get; } = new("GCSv5_endpoint");

    /// <summary>A collection of Globus Connect Server that is used with a local account.</summary>
    public static EndpointEntityType Gcsv5MappedCollection { get; } = new("GCSv5_mapped_collection");

    /// <summary>A guest collection on a collection of Globus Connect Server.</summary>
    public static EndpointEntityType Gcsv5GuestCollection { get; } = new("GCSv5_guest_collection");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static EndpointEntityType IStringValue<EndpointEntityType>.Create(string value) => new(value);
}
