using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Groups;

/// <summary>One action that was asked for and not done.</summary>
/// <param name="Action">The action.</param>
/// <param name="IdentityId">The identity, if the service told.</param>
/// <param name="Code">The service's code; <see langword="null"/> if it reported neither success nor an error.</param>
/// <param name="Detail">The reason, for people.</param>
public sealed record MembershipActionFailure(MembershipAction Action, IdentityId? IdentityId, string? Code, string? Detail);
