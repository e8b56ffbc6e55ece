using Globus.Extensions.Principals;

namespace Globus.Extensions.Tests.Services;

public sealed class GroupIdTests() : StringValueTests<GroupId>(static text => new GroupId(text), static value => value.Value);
