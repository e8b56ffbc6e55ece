using Globus.Extensions.Services.Groups;

namespace Globus.Extensions.Tests.Services;

public sealed class GroupSignupFieldTests() : StringValueTests<GroupSignupField>(static text => new GroupSignupField(text), static value => value.Value);
