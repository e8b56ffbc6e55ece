using Globus.Extensions.Services.Groups;

namespace Globus.Extensions.Tests.Services;

public sealed class GroupIncludeTests() : StringValueTests<GroupInclude>(static text => new GroupInclude(text), static value => value.Value);
