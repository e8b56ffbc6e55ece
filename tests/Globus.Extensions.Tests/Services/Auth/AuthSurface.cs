using System.Text.Json.Nodes;

namespace Globus.Extensions.Tests.Services.Auth;

/// <summary>The operations of Globus Auth in <c>shared/reference/api-surface.json</c>.</summary>
internal static class AuthSurface
{
    public static IReadOnlyList<JsonObject> Read() =>
        [.. JsonNode.Parse(File.ReadAllBytes(SharedFolder.File("reference", "api-surface.json")))!["operations"]!.AsArray()
            .Select(static operation => operation!.AsObject())
            .Where(static operation => operation["service"]!.GetValue<string>() == "auth")];

    /// <summary>The client and the method, as the reference names them.</summary>
    public static string NameOf(JsonObject operation) => $"{operation["client"]}.{operation["method"]}";

    /// <summary>The bodies that an operation sends. Texts in place of dependent scopes are no such thing, and left out.</summary>
    public static IEnumerable<JsonObject> ExamplesOf(JsonObject operation)
    {
        foreach (var name in (string[])["example_minimal", "example_all_arguments"])
        {
            if (operation["body"]?[name]?.DeepClone() is JsonObject example)
            {
                var inner = example.Single().Value!.AsObject();
                if (inner["dependent_scopes"] is JsonArray list && list.Any(static item => item is not JsonObject))
                {
                    inner.Remove("dependent_scopes");
                }

                yield return example;
            }
        }
    }
}
