using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class EndpointEntityTypeTests() : StringValueTests<EndpointEntityType>(static text => new EndpointEntityType(text), static value => value.Value);
