using System.Text.Json.Nodes;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>Compares documents by value, nulls counted.</summary>
internal static class JsonNodeAssertions
{
    public static void ShouldBeSame(this JsonNode? actual, string expected) =>
        JsonNode.DeepEquals(actual, JsonNode.Parse(expected)).ShouldBeTrue($"{actual} instead of {expected}");
}
