using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>What somebody may have to tell of themselves to join a group. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<GroupSignupField>))]
public readonly record struct GroupSignupField : IStringValue<GroupSignupField>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public GroupSignupField(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>The institution.</summary>
    public static GroupSignupField Institution { get; } = new("institution");

    /// <summary>The name of the current project.</summary>
    public static GroupSignupField CurrentProjectName { get; } = new("current_project_name");

    /// <summary>The address.</summary>
    public static GroupSignupField Address { get; } = new("address");

    /// <summary>The city.</summary>
    public static GroupSignupField City { get; } = new("city");

    /// <summary>The state.</summary>
    public static GroupSignupField State { get; } = new("state");

    /// <summary>The country.</summary>
    public static GroupSignupField Country { get; } = new("country");

    /// <summary>The first line of the address.</summary>
    public static GroupSignupField Address1 { get; } = new("address1");

    /// <summary>The second line of the address.</summary>
    public static GroupSignupField Address2 { get; } = new("address2");

    /// <summary>The postal code.</summary>
    public static GroupSignupField Zip { get; } = new("zip");

    /// <summary>The telephone number.</summary>
    public static GroupSignupField Phone { get; } = new("phone");

    /// <summary>The department.</summary>
    public static GroupSignupField Department { get; } = new("department");

    /// <summary>The field of science.</summary>
    public static GroupSignupField FieldOfScience { get; } = new("field_of_science");

    /// <summary>The first name. Among membership fields only; a policy cannot ask for it.</summary>
    public static GroupSignupField FirstName { get; } = new("first_name");

    /// <summary>The last name. Among membership fields only; a policy cannot ask for it.</summary>
    public static GroupSignupField LastName { get; } = new("last_name");

    /// <summary>The organization. Among membership fields only; a policy cannot ask for it.</summary>
    public static GroupSignupField Organization { get; } = new("organization");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static GroupSignupField IStringValue<GroupSignupField>.Create(string value) => new(value);
}
