using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Globus.Extensions.Tests.Architecture.Runtime;

/// <summary>Reads each response model with a member that it does not know, writes it, and looks for the member.</summary>
internal static class RoundTrip
{
    private const string Unknown = "a_member_of_tomorrow";

    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The types with a place for unknown members.</summary>
    public static IEnumerable<Type> ModelsOf(Assembly assembly) => assembly.GetTypes().Where(static type =>
        type is { IsAbstract: false, IsGenericTypeDefinition: false }
        && type.GetProperties(AnyInstance).Any(static property => property.IsDefined(typeof(JsonExtensionDataAttribute))));

    /// <summary>The source-generated contexts, each with the options it was generated with.</summary>
    public static IEnumerable<JsonSerializerContext> ContextsOf(Assembly assembly) => assembly.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(JsonSerializerContext)))
        .Select(static type => (JsonSerializerContext)type.GetProperty("Default", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!);

    public static IEnumerable<string> FindViolations(IEnumerable<Type> models, IEnumerable<JsonSerializerContext> contexts)
    {
        var all = contexts.ToArray();
        foreach (var model in models)
        {
            var infos = all.Select(context => context.GetTypeInfo(model)).OfType<JsonTypeInfo>().ToArray();
            if (infos.Length == 0)
            {
                yield return $"{model.FullName}: in no JsonSerializerContext";
            }

            foreach (var violation in infos.Select(Violation).OfType<string>())
            {
                yield return $"{model.FullName}: {violation}";
            }
        }
    }

    private static string? Violation(JsonTypeInfo type)
    {
        try
        {
            if (SampleDocument.TryMake(type) is not { } document)
            {
                return "no sample could be made of its required members";
            }

            document[Unknown] = new JsonObject { ["kept"] = new JsonArray(1, "two") };
            var written = JsonSerializer.SerializeToNode(document.Deserialize(type), type);
            return JsonNode.DeepEquals(written?[Unknown], document[Unknown]) ? null : "loses a member that it does not know";
        }
        catch (Exception error) when (error is InvalidOperationException or NotSupportedException or JsonException)
        {
            return $"cannot be read or written: {error.Message}";
        }
    }
}
