using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Whether the local account of a task is known to who manages its endpoint. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<LocalUserStatus>))]
public readonly record struct LocalUserStatus : IStringValue<LocalUserStatus>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public LocalUserStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>It is known.</summary>
    public static LocalUserStatus Ok { get; } = new("OK");

    /// <summary>The caller may not see it.</summary>
    public static LocalUserStatus NoPermission { get; } = new("NO_PERMISSION");

    /// <summary>It was not looked up yet.</summary>
    public static LocalUserStatus NotScanned { get; } = new("NOT_SCANNED");

    /// <summary>The endpoint did not tell.</summary>
    public static LocalUserStatus EndpointError { get; } = new("ENDPOINT_ERROR");

    /// <summary>The task has no endpoint on this side.</summary>
    public static LocalUserStatus NoEndpoint { get; } = new("NO_ENDPOINT");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static LocalUserStatus IStringValue<LocalUserStatus>.Create(string value) => new(value);
}
