namespace Globus.Extensions.Emulator.Internal.Transfer.JsonApi;

/// <summary>One relationship of a resource.</summary>
internal sealed record JsonApiRelationship(JsonApiReference Data)
{
    public static JsonApiRelationship To(string type, Guid id) => new(new JsonApiReference(type, id));
}
