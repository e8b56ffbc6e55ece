using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Principals;

/// <summary>The id of a subscription.</summary>
[JsonConverter(typeof(StringValueConverter<SubscriptionId>))]
public readonly record struct SubscriptionId : IStringValue<SubscriptionId>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/> or empty.</exception>
    public SubscriptionId(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        Value = value;
    }

    /// <summary>For Transfer: the one subscription that the caller has; who has several must name one.</summary>
    public static SubscriptionId Default { get; } = new("DEFAULT");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>Converts a UUID.</summary>
    /// <param name="id">The UUID.</param>
    public static implicit operator SubscriptionId(Guid id) => FromGuid(id);

    /// <summary>Creates the id from a UUID.</summary>
    /// <param name="id">The UUID.</param>
    /// <returns>The id.</returns>
    public static SubscriptionId FromGuid(Guid id) => new(id.ToString("D"));

    /// <summary>Reads the id as a UUID. Real data holds others, such as <c>DEFAULT</c> and the empty text.</summary>
    /// <param name="id">The UUID.</param>
    /// <returns>Whether it is one.</returns>
    public bool TryGetGuid(out Guid id) => Guid.TryParse(Value, out id);

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static SubscriptionId IStringValue<SubscriptionId>.Create(string value) => value.Length == 0 ? default : new SubscriptionId(value);
}
