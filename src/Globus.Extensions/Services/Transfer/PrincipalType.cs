using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Whom a role or an access rule is for. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<PrincipalType>))]
public readonly record struct PrincipalType : IStringValue<PrincipalType>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public PrincipalType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>One identity.</summary>
    public static PrincipalType Identity { get; } = new("identity");

    /// <summary>The members of a group.</summary>
    public static PrincipalType Group { get; } = new("group");

    /// <summary>Everyone who is logged in; for access rules only.</summary>
    public static PrincipalType AllAuthenticatedUsers { get; } = new("all_authenticated_users");

    /// <summary>Everyone; for access rules only.</summary>
    public static PrincipalType Anonymous { get; } = new("anonymous");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static PrincipalType IStringValue<PrincipalType>.Create(string value) => new(value);
}
