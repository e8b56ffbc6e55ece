using Globus.Extensions.Services.Groups;

namespace Globus.Extensions.Tests.Services;

public sealed class GroupMembershipStatusTests() : StringValueTests<GroupMembershipStatus>(static text => new GroupMembershipStatus(text), static value => value.Value);
