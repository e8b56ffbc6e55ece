using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Globus.Extensions.Http.Internal;

/// <summary>Members that the caller adds to a request.</summary>
internal static class AdditionalFields
{
    /// <summary>They add to the request, and never change what its properties say.</summary>
    /// <exception cref="ArgumentException">A field has the name of a member that has a property.</exception>
    public static void Check(JsonObject? fields, JsonTypeInfo request)
    {
        foreach (var (name, _) in fields ?? [])
        {
            if (request.Properties.Any(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                throw new ArgumentException($"'{name}' cannot be an additional field. Use the property that is meant for it.", nameof(fields));
            }
        }
    }
}
