using Globus.Extensions.Principals;

namespace Globus.Extensions.Tests.Services;

public sealed class IdentityIdTests() : StringValueTests<IdentityId>(static text => new IdentityId(text), static value => value.Value);
