using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class EndpointSearchScopeTests() : StringValueTests<EndpointSearchScope>(static text => new EndpointSearchScope(text), static value => value.Value);
