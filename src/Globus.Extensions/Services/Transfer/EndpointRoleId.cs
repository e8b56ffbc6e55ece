using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>The id of a role that somebody has on an endpoint.</summary>
[JsonConverter(typeof(StringValueConverter<EndpointRoleId>))]
public readonly record struct EndpointRoleId : IStringValue<EndpointRoleId>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/> or empty.</exception>
    public EndpointRoleId(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        Value = value;
    }

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>Converts a UUID.</summary>
    /// <param name="id">The UUID.</param>
    public static implicit operator EndpointRoleId(Guid id) => FromGuid(id);

    /// <summary>Creates the id from a UUID.</summary>
    /// <param name="id">The UUID.</param>
    /// <returns>The id.</returns>
    public static EndpointRoleId FromGuid(Guid id) => new(id.ToString("D"));

    /// <summary>Reads the id as a UUID. Real data may hold others.</summary>
    /// <param name="id">The UUID.</param>
    /// <returns>Whether it is one.</returns>
    public bool TryGetGuid(out Guid id) => Guid.TryParse(Value, out id);

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static EndpointRoleId IStringValue<EndpointRoleId>.Create(string value) => value.Length == 0 ? default : new EndpointRoleId(value);
}
