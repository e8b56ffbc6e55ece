using Globus.Extensions.Services.Groups;

namespace Globus.Extensions.Tests.Services;

public sealed class GroupMembersVisibilityTests() : StringValueTests<GroupMembersVisibility>(static text => new GroupMembersVisibility(text), static value => value.Value);
