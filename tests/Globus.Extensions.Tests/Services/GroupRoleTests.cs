using Globus.Extensions.Services.Groups;

namespace Globus.Extensions.Tests.Services;

public sealed class GroupRoleTests() : StringValueTests<GroupRole>(static text => new GroupRole(text), static value => value.Value);
