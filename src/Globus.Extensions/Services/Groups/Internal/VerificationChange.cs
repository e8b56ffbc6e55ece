using System.Text.Json.Serialization;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Groups.Internal;

/// <summary>Which subscription's administrators shall vouch for a group; null is sent and takes the mark away.</summary>
internal sealed record VerificationChange([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] SubscriptionId? SubscriptionAdminVerifiedId);
