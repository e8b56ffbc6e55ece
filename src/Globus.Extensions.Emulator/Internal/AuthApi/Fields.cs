using System.Globalization;
using System.Text.Json;

namespace Globus.Extensions.Emulator.Internal.AuthApi;

/// <summary>
/// The fields of an object in a body. Whatever is wrong with them is kept in <see cref="Problem"/>, the first thing only, and the
/// field then counts as left out; fields nobody asks for are ignored, as at Globus.
/// </summary>
internal sealed class Fields(JsonElement element, string path)
{
    public const int MaxTextLength = 4096;
    public const int MaxCount = 500;

    /// <summary>What is wrong, with the name of the field; <see langword="null"/> while nothing is.</summary>
    public string? Problem { get; private set; }

    public Field<string> Text(string name, bool required = false) => Read(name, required, "a text that is not blank", static value =>
        value.ValueKind == JsonValueKind.String && IsText(value.GetString()!) ? value.GetString() : null);

    /// <summary>A text that may be empty.</summary>
    public Field<string> AnyText(string name) => Read(name, required: false, "a text", static value =>
        value.ValueKind == JsonValueKind.String && value.GetString()!.Length <= MaxTextLength ? value.GetString() : null);

    /// <summary>A text or null.</summary>
    public Field<string?> NullableText(string name) => IsNull(name) ? new(true, null) : Nullable(Text(name));

    public Field<bool> Flag(string name) => Unwrap(Read<bool?>(name, required: false, "true or false", static value =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null));

    /// <summary>True or false; null counts as left out.</summary>
    public Field<bool> OptionalFlag(string name) => IsNull(name) ? default : Flag(name);

    public Field<int> PositiveInteger(string name) => Unwrap(Read<int?>(name, required: false, "a whole number above 0", static value =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number > 0 ? number : null));

    /// <summary>A whole number between two others, both included.</summary>
    public Field<int> Integer(string name, int min, int max) => Unwrap(Read<int?>(name, required: false, $"a whole number from {min} to {max}", value =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max ? number : null));

    /// <summary>A time in ISO 8601 or null; without an offset it is UTC.</summary>
    public Field<DateTimeOffset?> NullableTime(string name) => IsNull(name) ? new(true, null) : Read<DateTimeOffset?>(
        name, required: false, "a time such as 2026-03-01T12:00:00+00:00", static value =>
            ReadText(value) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time.ToUniversalTime() : null);

    public Field<Guid> Id(string name, bool required = false) => Unwrap(Read<Guid?>(name, required, "a UUID", ReadId));

    /// <summary>A UUID or null.</summary>
    public Field<Guid?> NullableId(string name)
    {
        if (IsNull(name))
        {
            return new(true, null);
        }

        var id = Id(name);
        return new(id.IsSet, id.IsSet ? id.Value : null);
    }

    /// <summary>A list of UUIDs; null is an empty one.</summary>
    public Field<IReadOnlyList<Guid>> Ids(string name) => IsNull(name) ? new(true, []) : Read<IReadOnlyList<Guid>>(
        name, required: false, "a list of UUIDs", static value => ReadList<Guid?>(value, ReadId) is { } ids ? [.. ids.Select(static id => id!.Value)] : null);

    public Field<IReadOnlyList<string>> Texts(string name) => Read<IReadOnlyList<string>>(
        name, required: false, "a list of texts that are not blank", static value => ReadList(value, ReadText));

    /// <summary>A list of texts or null, which differs from an empty list.</summary>
    public Field<IReadOnlyList<string>?> NullableTexts(string name) => IsNull(name) ? new(true, null) : Nullable(Texts(name));

    public Field<string> OneOf(string name, params IReadOnlyList<string> values) =>
        Read(name, required: false, "one of " + string.Join(", ", values), value =>
            value.ValueKind == JsonValueKind.String && values.Contains(value.GetString()) ? value.GetString() : null);

    /// <summary>An object; its own problems become ours by <see cref="Adopt"/>.</summary>
    public Fields? Object(string name)
    {
        var field = Read(name, required: false, "an object", value =>
            value.ValueKind == JsonValueKind.Object ? new Fields(value, $"{path}.{name}") : null);
        return field.Value;
    }

    /// <summary>A list of objects.</summary>
    public Field<IReadOnlyList<Fields>> Objects(string name) => Read<IReadOnlyList<Fields>>(name, required: false, "a list of objects", value =>
        ReadList(value, item => item.ValueKind == JsonValueKind.Object ? new Fields(item, $"{path}.{name}[]") : null));

    /// <summary>Notes a problem with a field, if none has been noted yet.</summary>
    public void Reject(string name, string problem) => Problem ??= $"The field {path}.{name} {problem}";

    public void Adopt(Fields? inner) => Problem ??= inner?.Problem;

    /// <summary>Whether the field is there, whatever it holds.</summary>
    public bool Has(string name) => element.TryGetProperty(name, out _);

    /// <summary>Whether the field is there and null.</summary>
    public bool IsNull(string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Null;

    private static Field<T> Unwrap<T>(Field<T?> field)
        where T : struct => new(field.IsSet, field.Value.GetValueOrDefault());

    private static Field<T?> Nullable<T>(Field<T> field)
        where T : class => new(field.IsSet, field.Value);

    private static bool IsText(string text) => text.Length <= MaxTextLength && !string.IsNullOrWhiteSpace(text);

    private static string? ReadText(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && IsText(value.GetString()!) ? value.GetString() : null;

    private static Guid? ReadId(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Guid.TryParseExact(value.GetString(), "D", out var id) ? id : null;

    private static List<T>? ReadList<T>(JsonElement value, Func<JsonElement, T?> read)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > MaxCount)
        {
            return null;
        }

        var items = new List<T>();
        foreach (var item in value.EnumerateArray())
        {
            if (read(item) is not { } good)
            {
                return null;
            }

            items.Add(good);
        }

        return items;
    }

    private Field<T> Read<T>(string name, bool required, string wanted, Func<JsonElement, T?> read)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            if (required)
            {
                Reject(name, "is missing.");
            }
        }
        else if (read(value) is { } good)
        {
            return new(true, good);
        }
        else
        {
            Reject(name, $"must be {wanted}.");
        }

        return new(false, default!);
    }
}
