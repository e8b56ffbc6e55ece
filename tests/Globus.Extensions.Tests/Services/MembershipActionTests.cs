using Globus.Extensions.Services.Groups;

namespace Globus.Extensions.Tests.Services;

public sealed class MembershipActionTests() : StringValueTests<MembershipAction>(static text => new MembershipAction(text), static value => value.Value);
