using Globus.Extensions.Services.Groups;

namespace Globus.Extensions.Tests.Services;

public sealed class GroupTypeTests() : StringValueTests<GroupType>(static text => new GroupType(text), static value => value.Value);
