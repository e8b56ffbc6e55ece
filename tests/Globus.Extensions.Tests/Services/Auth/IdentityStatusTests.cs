using Globus.Extensions.Services.Auth;

namespace Globus.Extensions.Tests.Services.Auth;

public sealed class IdentityStatusTests() : StringValueTests<IdentityStatus>(static text => new IdentityStatus(text), static value => value.Value);
