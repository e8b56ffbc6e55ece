using Globus.Extensions.Services.Auth;

namespace Globus.Extensions.Tests.Services.Auth;

public sealed class PolicyIdTests() : StringValueTests<PolicyId>(static text => new PolicyId(text), static value => value.Value);
