using Globus.Extensions.Emulator.Internal.AuthApi;

namespace Globus.Extensions.Emulator.Internal.Transfer.JsonApi;

/// <summary>Takes documents of version 2 apart. Whatever is wrong becomes a problem of the body.</summary>
internal static class JsonApiBody
{
    private static Fields Nothing => new(System.Text.Json.JsonElement.Parse("{}"), "body.data.attributes");

    /// <summary>The resource in the body, if it is one of that type, and its attributes; both empty if not.</summary>
    public static Fields Data(Fields body, string type, out Fields attributes, bool attributesRequired)
    {
        attributes = Nothing;
        var data = Required(body, body, "data");
        if (data is null)
        {
            return Nothing;
        }

        if (!data.OneOf("type", type).IsSet)
        {
            data.Reject("type", $"must be {type}.");
        }

        attributes = (attributesRequired ? Required(body, data, "attributes") : data.Object("attributes")) ?? Nothing;
        body.Adopt(data);
        return data;
    }

    /// <summary>The id of a related resource, which must be of that type.</summary>
    public static Field<Guid> Relationship(Fields body, Fields data, string name, string type)
    {
        if (body.Problem is not null
            || Required(body, data, "relationships") is not { } relationships
            || Required(body, relationships, name) is not { } relationship
            || Required(body, relationship, "data") is not { } reference)
        {
            return default;
        }

        if (!reference.OneOf("type", type).IsSet)
        {
            reference.Reject("type", $"must be {type}.");
        }

        var id = reference.Id("id", required: true);
        body.Adopt(reference);
        return id;
    }

    private static Fields? Required(Fields body, Fields parent, string name)
    {
        var inner = parent.Object(name);
        if (inner is null)
        {
            parent.Reject(name, "is missing.");
            body.Adopt(parent);
        }

        return inner;
    }
}
