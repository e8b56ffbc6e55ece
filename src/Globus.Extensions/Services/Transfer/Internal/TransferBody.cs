using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>Makes the bodies of requests that take further members of the caller's own.</summary>
internal static class TransferBody
{
    /// <summary>A document.</summary>
    /// <param name="value">The document.</param>
    /// <param name="typeInfo">How to write it.</param>
    /// <param name="additional">What to add to its members.</param>
    /// <exception cref="ArgumentException">A member to add has the name of one that has a property.</exception>
    public static HttpContent Of<T>(T value, JsonTypeInfo<T> typeInfo, JsonObject? additional) =>
        additional is null ? JsonBody.Of(value, typeInfo) : JsonBody.Of(MembersOf(value, typeInfo, additional));

    /// <summary>The members of a document, and those that are added.</summary>
    /// <exception cref="ArgumentException">A member to add has the name of one that has a property.</exception>
    public static JsonObject MembersOf<T>(T value, JsonTypeInfo<T> typeInfo, JsonObject? additional)
    {
        AdditionalFields.Check(additional, typeInfo);
        return JsonBody.Merge(JsonSerializer.SerializeToNode(value, typeInfo)!.AsObject(), additional ?? []);
    }
}
