using System.Text.Json;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>Reads the members of a JSON object; what is not as it should be is thrown with its place.</summary>
internal sealed class BodyFields
{
    private readonly JsonElement _body;
    private readonly string[] _path;

    /// <summary>Reads an object.</summary>
    /// <param name="body">The object.</param>
    /// <param name="path">Where it stands in the whole body.</param>
    /// <exception cref="InvalidBodyException">It is no object.</exception>
    public BodyFields(JsonElement body, params string[] path)
    {
        _body = body.ValueKind == JsonValueKind.Object ? body : throw new InvalidBodyException("value is not a valid dict", path);
        _path = path;
    }

    public bool Has(string name) => _body.TryGetProperty(name, out _);

    public IEnumerable<JsonProperty> All => _body.EnumerateObject();

    /// <summary>The names of the members, each once; of a repeated one, the last counts.</summary>
    public IEnumerable<string> Names => All.Select(static member => member.Name).Distinct(StringComparer.Ordinal);

    /// <summary>The member if it is there and not null.</summary>
    public JsonElement? Value(string name) => _body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public string? Text(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw Invalid(name, "str type expected"),
    };

    /// <summary>A text that must not be blank; nothing if it is absent.</summary>
    public string? Name(string name) =>
        !Has(name) ? null : Text(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Invalid(name, "a text is expected that is not blank");

    public Guid? Id(string name) => Text(name) switch
    {
        null => null,
        { } text when Guid.TryParse(text, out var id) => id,
        _ => throw Invalid(name, "value is not a valid uuid"),
    };

    public bool? Flag(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Invalid(name, "value could not be parsed to a boolean"),
    };

    public int? Seconds(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var seconds) && seconds >= 0 => seconds,
        _ => throw Invalid(name, "a number of seconds is expected, 0 at least"),
    };

    /// <summary>A text out of a few.</summary>
    public string? Choice(string name, Func<string, bool> isKnown) => Text(name) switch
    {
        { } text when !isKnown(text) => throw Invalid(name, $"'{text}' is not a permitted value"),
        var text => text,
    };

    public IReadOnlyList<string>? Choices(string name, Func<string, bool> isKnown) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String && isKnown(item.GetString()!)) =>
            [.. list.EnumerateArray().Select(static item => item.GetString()!)],
        _ => throw Invalid(name, "a list of permitted values is expected"),
    };

    public InvalidBodyException Invalid(string name, string message) => new(message, [.. _path, name]);
}
