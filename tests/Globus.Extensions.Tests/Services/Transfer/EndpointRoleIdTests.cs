using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class EndpointRoleIdTests() : StringValueTests<EndpointRoleId>(static text => new EndpointRoleId(text), static value => value.Value);
