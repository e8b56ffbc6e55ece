using System.Text.Json;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>The body of a create or update request: what is left out stays as it is.</summary>
internal sealed class GroupChanges
{
    private readonly JsonElement _body;

    private GroupChanges(JsonElement body) => _body = body;

    public Guid? ParentId { get; private set; }

    public bool HasName => _body.TryGetProperty("name", out _);

    /// <summary>Reads the body, or <see langword="null"/> if a member has the wrong type.</summary>
    public static GroupChanges? Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object
            || !IsText(body, "name", nullable: false)
            || !IsText(body, "description", nullable: true)
            || !IsText(body, "terms_and_conditions", nullable: true)
            || body.TryGetProperty("policies", out var policies) && GroupPolicyDocument.Read(policies) is null)
        {
            return null;
        }

        var changes = new GroupChanges(body);
        if (body.TryGetProperty("parent_id", out var parent) && parent.ValueKind != JsonValueKind.Null)
        {
            if (parent.ValueKind != JsonValueKind.String || !parent.TryGetGuid(out var id))
            {
                return null;
            }

            changes.ParentId = id;
        }

        return changes;
    }

    public Group Apply(Group group) => group with
    {
        Name = _body.TryGetProperty("name", out var name) ? name.GetString()! : group.Name,
        Description = _body.TryGetProperty("description", out var description) ? description.GetString() : group.Description,
        TermsAndConditions = _body.TryGetProperty("terms_and_conditions", out var terms) ? terms.GetString() : group.TermsAndConditions,
        Policies = _body.TryGetProperty("policies", out var policies) ? GroupPolicyDocument.Read(policies)! : group.Policies,
    };

    private static bool IsText(JsonElement body, string name, bool nullable) =>
        !body.TryGetProperty(name, out var value)
        || value.ValueKind == JsonValueKind.String && (nullable || !string.IsNullOrWhiteSpace(value.GetString()))
        || nullable && value.ValueKind == JsonValueKind.Null;
}
