using System.Text.Json.Nodes;
using Globus.Extensions.Http;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Tests.Services.Auth;

/// <summary>The arguments of one call as the conformance data names them, whether they stand in metadata, in a path, a query or a body.</summary>
internal sealed class OperationArguments(JsonObject values)
{
    private static readonly string[] IdNames = ["id", "client_id", "policy_id", "scope_id", "project_id"];

    /// <summary>What the operation is about; the id in the path.</summary>
    public Guid Id => Guid.Parse(Text(IdNames.First(values.ContainsKey))!);

    public ClientLinks? Links => Has("terms_and_conditions") || Has("privacy_policy")
        ? new ClientLinks { TermsAndConditions = Text("terms_and_conditions"), PrivacyPolicy = Text("privacy_policy") }
        : null;

    public ClientType? ClientType => Text("client_type") is { } text ? new ClientType(text) : null;

    public ClientVisibility? Visibility => Text("visibility") is { } text ? new ClientVisibility(text) : null;

    /// <summary>The members that no property of ours stands for.</summary>
    public JsonObject? Additional => Has("k") ? new JsonObject { ["k"] = Text("k") } : null;

    /// <summary>Reads them out of a request on the wire: the id in the path, the query, and the members of the wrapped object and its links.</summary>
    public static OperationArguments OfRequest(string path, JsonObject? query, JsonObject? body)
    {
        var values = new JsonObject();
        if (path.Split('/').ElementAtOrDefault(4) is { Length: > 0 } id)
        {
            values["id"] = id;
        }

        var inner = body?.Single().Value!.AsObject();
        foreach (var (name, value) in (query ?? []).Concat(inner ?? []).Concat(inner?["links"]?.AsObject() ?? []))
        {
            values[name] = value?.DeepClone();
        }

        return new OperationArguments(values);
    }

    public bool Has(string name) => values.ContainsKey(name);

    public string? Text(string name) => values[name]?.GetValue<string>();

    public string TextOr(string name, string otherwise) => Text(name) ?? otherwise;

    public bool? Flag(string name) => values[name]?.GetValue<bool>();

    public TimeSpan? Seconds(string name) => values[name] is { } value ? TimeSpan.FromSeconds(value.GetValue<int>()) : null;

    public Guid? GuidOf(string name) => Text(name) is { } text ? Guid.Parse(text) : null;

    public IReadOnlyList<string>? Texts(string name) => values[name]?.AsArray().Select(static item => item!.GetValue<string>()).ToList();

    /// <summary>A list that may be left out, null, or there.</summary>
    public Optional<IReadOnlyList<string>?> OptionalTexts(string name) => Has(name) ? new(Texts(name)) : default;

    public Optional<IdentityProviderId?> OptionalProvider(string name) => Has(name) ? new(GuidOf(name)) : default;

    public IReadOnlyList<T>? Ids<T>(string listName, string singleName, Func<Guid, T> create) =>
        (Texts(listName) ?? (Text(singleName) is { } one ? [one] : null))?.Select(text => create(Guid.Parse(text))).ToList();

    public IEnumerable<JsonObject>? Objects(string name) => values[name]?.AsArray().OfType<JsonObject>();
}
