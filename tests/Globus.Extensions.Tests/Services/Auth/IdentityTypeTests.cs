using Globus.Extensions.Services.Auth;

namespace Globus.Extensions.Tests.Services.Auth;

public sealed class IdentityTypeTests() : StringValueTests<IdentityType>(static text => new IdentityType(text), static value => value.Value);
