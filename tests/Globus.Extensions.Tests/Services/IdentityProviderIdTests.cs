using Globus.Extensions.Principals;

namespace Globus.Extensions.Tests.Services;

public sealed class IdentityProviderIdTests() : StringValueTests<IdentityProviderId>(static text => new IdentityProviderId(text), static value => value.Value);
