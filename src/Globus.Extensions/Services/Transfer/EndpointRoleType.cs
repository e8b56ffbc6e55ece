using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What someone may do on an endpoint. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<EndpointRoleType>))]
public readonly record struct EndpointRoleType : IStringValue<EndpointRoleType>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public EndpointRoleType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>Everything, to give roles as well.</summary>
    public static EndpointRoleType Administrator { get; } = new("administrator");

    /// <summary>What an administrator of the host may; it is never assigned, and only shown among one's own roles.</summary>
    public static EndpointRoleType RestrictedAdministrator { get; } = new("restricted_administrator");

    /// <summary>To give others access.</summary>
    public static EndpointRoleType AccessManager { get; } = new("access_manager");

    /// <summary>To watch tasks, to pause and to cancel them.</summary>
    public static EndpointRoleType ActivityManager { get; } = new("activity_manager");

    /// <summary>To watch tasks.</summary>
    public static EndpointRoleType ActivityMonitor { get; } = new("activity_monitor");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static EndpointRoleType IStringValue<EndpointRoleType>.Create(string value) => new(value);
}
