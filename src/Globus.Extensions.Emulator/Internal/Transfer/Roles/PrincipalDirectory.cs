using Globus.Extensions.Emulator.Internal.Groups;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;

namespace Globus.Extensions.Emulator.Internal.Transfer.Roles;

/// <summary>Knows who can be given something.</summary>
internal sealed class PrincipalDirectory(IdentityDirectory identities, GroupStore groups)
{
    /// <summary>What is wrong with a principal, or <see langword="null"/>.</summary>
    public string? FindProblem(string type, Guid principal) =>
        type == AccessRule.Identity && identities.Find(principal) is null ? $"names no identity: {principal}."
        : type == AccessRule.Group && groups.Find(principal) is null ? $"names no group: {principal}."
        : null;
}
