using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class EndpointUseTests() : StringValueTests<EndpointUse>(static text => new EndpointUse(text), static value => value.Value);
