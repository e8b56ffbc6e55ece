using System.Globalization;
using Globus.Extensions.Emulator.Internal.AuthApi;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>What can be given with a submission and changed later: the label and the deadline.</summary>
internal static class TaskFields
{
    private const int MaxLabelLength = 128;

    /// <summary>A label of at most 128 characters on one line, or null.</summary>
    public static Field<string?> Label(Fields fields)
    {
        var label = fields.NullableText("label");
        if (label.Value is { } text && (text.Length > MaxLabelLength || text.AsSpan().ContainsAny('\r', '\n') || text.Trim().Length != text.Length))
        {
            fields.Reject("label", $"must be one line of at most {MaxLabelLength} characters without blanks at its ends.");
        }

        return label;
    }

    /// <summary>A time in ISO 8601; without an offset it is UTC.</summary>
    public static Field<DateTimeOffset> Deadline(Fields fields, bool allowNull)
    {
        var text = allowNull ? fields.NullableText("deadline") : Some(fields.Text("deadline"));
        if (text.Value is null)
        {
            return default;
        }

        if (!DateTimeOffset.TryParse(text.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var deadline))
        {
            fields.Reject("deadline", "must be a time such as 2026-03-01T12:00:00+00:00.");
        }

        return new(true, deadline.ToUniversalTime());
    }

    private static Field<string?> Some(Field<string> field) => new(field.IsSet, field.Value);
}
