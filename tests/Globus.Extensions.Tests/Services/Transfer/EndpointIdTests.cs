using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class EndpointIdTests() : StringValueTests<EndpointId>(static text => new EndpointId(text), static value => value.Value);
