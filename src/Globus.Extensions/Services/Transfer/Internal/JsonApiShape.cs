using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>
/// Turns the resources of JSON:API into flat records: attributes become members, and the relationships that are known become ids. What
/// has no place there stays what it is, beside the members. Requests go the other way.
/// </summary>
/// <param name="type">The type of the resources.</param>
/// <param name="typeInfo">How to read the flat record.</param>
/// <param name="relations">The relationships that are known.</param>
internal sealed class JsonApiShape<T>(string type, JsonTypeInfo<T> typeInfo, params JsonApiRelation[] relations)
    where T : class
{
    private const string Attributes = "attributes";
    private const string Relationships = "relationships";

    private readonly JsonTypeInfo<T> _typeInfo = ForgivingResolver.Find(typeInfo) ?? typeInfo;

    /// <summary>Reads a document of one resource.</summary>
    /// <exception cref="JsonException">It holds none, or one without an id.</exception>
    public T Read(JsonApiDocument document) => Read(document.Data, document.Included);

    /// <summary>Reads one resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="included">The resources that came along with it.</param>
    /// <exception cref="JsonException">It is no resource, or one without an id.</exception>
    public T Read(JsonElement? resource, JsonElement? included)
    {
        if (resource is not { ValueKind: JsonValueKind.Object } element)
        {
            throw new JsonException($"The answer holds no {type}.");
        }

        var members = JsonObject.Create(element)!;
        var flat = new JsonObject();
        Move(members, "id", flat);
        AddRelationships(members[Relationships] as JsonObject, included, flat);
        AddAttributes(members[Attributes] as JsonObject, flat);
        foreach (var name in members.Select(static member => member.Key).Where(name => !IsRead(name, members[name])).ToList())
        {
            Move(members, name, flat);
        }

        return flat.Deserialize(_typeInfo) ?? throw new JsonException($"The answer holds no {type}.");
    }

    /// <summary>A body that creates or changes a resource: the ids of what it relates to become relationships, and all else attributes.</summary>
    /// <param name="value">The request.</param>
    /// <param name="requestInfo">How to write the request.</param>
    /// <param name="additional">Further attributes.</param>
    /// <exception cref="ArgumentException">A further attribute has the name of one that has a property.</exception>
    public HttpContent Body<TRequest>(TRequest value, JsonTypeInfo<TRequest> requestInfo, JsonObject? additional)
    {
        var attributes = TransferBody.MembersOf(value, requestInfo, additional);
        var links = new JsonObject();
        foreach (var relation in relations)
        {
            if (attributes.Remove(relation.Member, out var id))
            {
                links[relation.Name] = new JsonObject { ["data"] = new JsonObject { ["type"] = relation.Type, ["id"] = id } };
            }
        }

        var resource = new JsonObject { ["type"] = type, [Attributes] = attributes };
        if (links.Count > 0)
        {
            resource[Relationships] = links;
        }

        return JsonBody.Of(new JsonObject { ["data"] = resource });
    }

    private static void Move(JsonObject from, string name, JsonObject to)
    {
        if (from.Remove(name, out var value))
        {
            to[name] = value;
        }
    }

    // What an attribute would push aside, were it moved, stays where it is.
    private static void AddAttributes(JsonObject? attributes, JsonObject flat)
    {
        foreach (var name in (attributes ?? []).Select(static attribute => attribute.Key).Where(name => !flat.ContainsKey(name) && name is not (Attributes or Relationships)).ToList())
        {
            Move(attributes!, name, flat);
        }
    }

    private static JsonObject? Find(JsonElement? included, string type, string? id)
    {
        foreach (var element in included is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : default)
        {
            if (element.ValueKind == JsonValueKind.Object && JsonObject.Create(element) is { } resource && TextOf(resource["type"]) == type && TextOf(resource["id"]) == id)
            {
                return resource;
            }
        }

        return null;
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private void AddRelationships(JsonObject? relationships, JsonElement? included, JsonObject flat)
    {
        foreach (var relation in relations)
        {
            if (relationships?[relation.Name] is JsonObject { Count: 1 } link
                && link["data"] is JsonObject { Count: 2 } target
                && TextOf(target["type"]) == relation.Type
                && TextOf(target["id"]) is { } id)
            {
                flat[relation.Member] = id;
                relationships.Remove(relation.Name);
                if (relation.IncludedMember is { } member && Find(included, relation.Type, id) is { } resource)
                {
                    flat[member] = Flatten(resource);
                }
            }
        }
    }

    private static JsonObject Flatten(JsonObject resource)
    {
        var flat = new JsonObject();
        Move(resource, "id", flat);
        resource.Remove("type");
        AddAttributes(resource[Attributes] as JsonObject, flat);
        foreach (var name in resource.Select(static member => member.Key).Where(name => resource[name] is not JsonObject { Count: 0 }).ToList())
        {
            Move(resource, name, flat);
        }

        return flat;
    }

    // Nothing is left in it that the flat record does not have.
    private bool IsRead(string name, JsonNode? value) =>
        (name == "type" && TextOf(value) == type) || (name is Attributes or Relationships && value is JsonObject { Count: 0 });
}
