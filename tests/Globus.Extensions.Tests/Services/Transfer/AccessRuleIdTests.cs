using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class AccessRuleIdTests() : StringValueTests<AccessRuleId>(static text => new AccessRuleId(text), static value => value.Value);
