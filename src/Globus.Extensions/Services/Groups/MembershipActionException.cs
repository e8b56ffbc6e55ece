using System.Globalization;
using System.Text;

namespace Globus.Extensions.Services.Groups;

/// <summary>
/// Globus Groups did not do all membership actions that it was asked for. Those that worked stay done, see <see cref="Result"/>. A request that
/// failed as a whole is a <see cref="Http.GroupsApiException"/>.
/// </summary>
public sealed class MembershipActionException : GlobusException
{
    private const int MostShown = 3;

    /// <summary>Creates the exception.</summary>
    /// <param name="result">What became of the batch.</param>
    public MembershipActionException(MembershipActionResult result)
        : base(Describe(result)) => Result = result;

    /// <summary>What became of the batch.</summary>
    public MembershipActionResult Result { get; }

    /// <summary>What was not done, and why.</summary>
    public IReadOnlyList<MembershipActionFailure> Failures => Result.Failures;

    private static string Describe(MembershipActionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var failures = result.Failures;
        var text = new StringBuilder("Globus Groups did not do ").Append(failures.Count.ToString(CultureInfo.InvariantCulture));
        if (result.Requested is { } requested)
        {
            text.Append(CultureInfo.InvariantCulture, $" of {requested.Values.Sum(static items => items.Count)}");
        }

        text.Append(" membership actions: ").AppendJoin("; ", failures.Take(MostShown).Select(Describe));
        return failures.Count > MostShown
            ? text.Append(CultureInfo.InvariantCulture, $"; and {failures.Count - MostShown} more. All stand in Failures.").ToString()
            : text.ToString();
    }

    private static string Describe(MembershipActionFailure failure)
    {
        var code = failure.Code is { Length: > 0 } given ? $" ({given})" : string.Empty;
        return $"{failure.Action} {failure.IdentityId}{code}: {failure.Detail}";
    }
}
