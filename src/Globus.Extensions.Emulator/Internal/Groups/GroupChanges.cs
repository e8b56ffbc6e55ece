using System.Text.Json;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>The body of a create or update request: what is left out stays as it is.</summary>
internal sealed class GroupChanges
{
    private const string Verified = "subscription_admin_verified_id";

    private readonly BodyFields _fields;
    private readonly string? _name;
    private readonly string? _description;
    private readonly string? _terms;
    private readonly Guid? _verifiedBy;

    private GroupChanges(JsonElement body)
    {
        _fields = new BodyFields(body);
        _name = _fields.Name("name");
        _description = _fields.Text("description");
        _terms = _fields.Text("terms_and_conditions");
        _verifiedBy = _fields.Id(Verified);
    }

    /// <summary>Reads a change.</summary>
    /// <exception cref="InvalidBodyException">It is not valid.</exception>
    public static GroupChanges Read(JsonElement body) => new(body);

    /// <summary>Reads a new group.</summary>
    /// <exception cref="InvalidBodyException">It is not valid.</exception>
    public static Group ReadNew(JsonElement body)
    {
        var changes = new GroupChanges(body);
        var group = changes.Apply(new Group
        {
            Id = Guid.NewGuid(),
            Name = changes._name ?? throw changes._fields.Invalid("name", "field required"),
            ParentId = changes._fields.Id("parent_id"),
            Policies = changes._fields.Value("policies") is { } policies ? GroupPolicyDocument.Read(policies, "policies") : new(),
        });
        return group with { SubscriptionAdminVerifiedId = null }; // Nobody can have vouched for it.
    }

    /// <summary>Whether it changes, and not only takes away, the subscription that vouches for the group.</summary>
    public bool Verifies(Group group) => _verifiedBy is not null && _verifiedBy != group.SubscriptionAdminVerifiedId;

    /// <summary>The subscription that shall vouch for the group.</summary>
    public Guid? VerifiedBy => _verifiedBy;

    public Group Apply(Group group) => group with
    {
        Name = _name ?? group.Name,
        Description = _fields.Has("description") ? _description : group.Description,
        TermsAndConditions = _fields.Has("terms_and_conditions") ? _terms : group.TermsAndConditions,
        SubscriptionAdminVerifiedId = _fields.Has(Verified) ? _verifiedBy : group.SubscriptionAdminVerifiedId,
    };
}
