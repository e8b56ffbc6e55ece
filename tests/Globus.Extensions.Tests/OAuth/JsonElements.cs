using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Globus.Extensions.Tests.OAuth;

internal static class JsonElements
{
    [return: NotNullIfNotNull(nameof(otherwise))]
    public static string? GetProperty(this JsonElement element, string name, string? otherwise) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : otherwise;

    public static JsonElement ReadConformance(params ReadOnlySpan<string> segments) =>
        JsonElement.Parse(File.ReadAllBytes(SharedFolder.File(["conformance", .. segments])));
}
