using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>Which subscription's administrators vouch for a group.</summary>
internal sealed record VerificationDocument(
    Guid GroupId, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Guid? SubscriptionAdminVerifiedId);
