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

    /// <summary>A time; null counts as left out where it is allowed.</summary>
    public static Field<DateTimeOffset> Deadline(Fields fields, bool allowNull)
    {
        var deadline = fields.NullableTime("deadline");
        if (deadline is { IsSet: true, Value: null } && !allowNull)
        {
            fields.Reject("deadline", "must be a time, not null.");
        }

        return deadline.Value is { } time ? new(true, time) : default;
    }
}
