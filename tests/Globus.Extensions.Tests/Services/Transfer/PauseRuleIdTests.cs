using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class PauseRuleIdTests() : StringValueTests<PauseRuleId>(static text => new PauseRuleId(text), static value => value.Value);
