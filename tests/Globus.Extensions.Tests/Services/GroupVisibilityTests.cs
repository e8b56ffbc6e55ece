using Globus.Extensions.Services.Groups;

namespace Globus.Extensions.Tests.Services;

public sealed class GroupVisibilityTests() : StringValueTests<GroupVisibility>(static text => new GroupVisibility(text), static value => value.Value);
