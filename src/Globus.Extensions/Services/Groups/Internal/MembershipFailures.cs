namespace Globus.Extensions.Services.Groups.Internal;

/// <summary>Finds what a batch did not do.</summary>
internal static class MembershipFailures
{
    public static IReadOnlyList<MembershipActionFailure> Of(MembershipActionResult result)
    {
        var failures = new List<MembershipActionFailure>();
        foreach (var (action, errors) in result.Errors ?? new Dictionary<MembershipAction, IReadOnlyList<MembershipActionError>?>())
        {
            failures.AddRange((errors ?? []).Select(error => new MembershipActionFailure(action, error.IdentityId, error.Code, error.Detail)));
        }

        foreach (var (action, items) in result.Requested ?? new Dictionary<MembershipAction, IReadOnlyList<MembershipActionItem>>())
        {
            var reported = result.GetMemberships(action).Select(static membership => membership.IdentityId.Value)
                .Concat(failures.Select(static failure => failure.IdentityId?.Value))
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            failures.AddRange(items
                .Where(item => !reported.Contains(item.IdentityId.Value))
                .Select(item => new MembershipActionFailure(action, item.IdentityId, Code: null, "The service reported neither success nor an error.")));
        }

        return failures;
    }
}
