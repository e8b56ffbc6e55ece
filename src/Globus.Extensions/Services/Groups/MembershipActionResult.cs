using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Groups.Internal;

namespace Globus.Extensions.Services.Groups;

/// <summary>
/// What became of a batch of membership actions. The service answers with success even where it did nothing: ask <see cref="HasErrors"/> or
/// <see cref="Failures"/>, or call <see cref="EnsureSuccess"/>.
/// </summary>
public sealed record MembershipActionResult : IKeepsNulls
{
    /// <summary>The memberships after <c>accept</c>.</summary>
    public IReadOnlyList<GroupMembership>? Accept { get; init; }

    /// <summary>The memberships after <c>add</c>.</summary>
    public IReadOnlyList<GroupMembership>? Add { get; init; }

    /// <summary>The memberships after <c>approve</c>.</summary>
    public IReadOnlyList<GroupMembership>? Approve { get; init; }

    /// <summary>The memberships after <c>change_role</c>.</summary>
    public IReadOnlyList<GroupMembership>? ChangeRole { get; init; }

    /// <summary>The memberships after <c>decline</c>.</summary>
    public IReadOnlyList<GroupMembership>? Decline { get; init; }

    /// <summary>The memberships after <c>invite</c>.</summary>
    public IReadOnlyList<GroupMembership>? Invite { get; init; }

    /// <summary>The memberships after <c>join</c>.</summary>
    public IReadOnlyList<GroupMembership>? Join { get; init; }

    /// <summary>The memberships after <c>leave</c>.</summary>
    public IReadOnlyList<GroupMembership>? Leave { get; init; }

    /// <summary>The memberships after <c>reject</c>.</summary>
    public IReadOnlyList<GroupMembership>? Reject { get; init; }

    /// <summary>The memberships after <c>remove</c>.</summary>
    public IReadOnlyList<GroupMembership>? Remove { get; init; }

    /// <summary>The memberships after <c>request_join</c>.</summary>
    public IReadOnlyList<GroupMembership>? RequestJoin { get; init; }

    /// <summary>By action, why it was not done to some identities. An action without errors may be absent, <see langword="null"/> or empty.</summary>
    public IReadOnlyDictionary<MembershipAction, IReadOnlyList<MembershipActionError>?>? Errors { get; init; }

    /// <summary>The members of the answer that have no property here.</summary>
    [JsonExtensionData, JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    /// <summary>Whether the service reported an error for an identity.</summary>
    [JsonIgnore]
    public bool HasErrors => Errors?.Values.Any(static errors => errors is { Count: > 0 }) ?? false;

    /// <summary>All that was not done: the errors, and what was asked for and reported neither as done nor as an error. Empty if all was done.</summary>
    [JsonIgnore]
    public IReadOnlyList<MembershipActionFailure> Failures => MembershipFailures.Of(this);

    UInt128 IKeepsNulls.Nulls { get; set; }

    /// <summary>What was asked for; nothing is known of it in a result that was made by hand.</summary>
    internal IReadOnlyDictionary<MembershipAction, IReadOnlyList<MembershipActionItem>>? Requested { get; init; }

    /// <summary>The memberships that an action led to.</summary>
    /// <param name="action">The action.</param>
    /// <returns>The memberships; empty if there are none, and for an action that this type has no property for.</returns>
    public IReadOnlyList<GroupMembership> GetMemberships(MembershipAction action) => action.Value switch
    {
        "accept" => Accept,
        "add" => Add,
        "approve" => Approve,
        "change_role" => ChangeRole,
        "decline" => Decline,
        "invite" => Invite,
        "join" => Join,
        "leave" => Leave,
        "reject" => Reject,
        "remove" => Remove,
        "request_join" => RequestJoin,
        _ => null,
    } ?? [];

    /// <summary>The errors of an action.</summary>
    /// <param name="action">The action.</param>
    /// <returns>The errors; empty if there are none.</returns>
    public IReadOnlyList<MembershipActionError> GetErrors(MembershipAction action) => Errors?.GetValueOrDefault(action) ?? [];

    /// <summary>Throws unless everything that was asked for was done.</summary>
    /// <returns>This result.</returns>
    /// <exception cref="MembershipActionException">Something was not done. What was done stays done.</exception>
    public MembershipActionResult EnsureSuccess() => Failures.Count == 0 ? this : throw new MembershipActionException(this);
}
