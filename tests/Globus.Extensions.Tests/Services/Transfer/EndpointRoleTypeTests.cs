using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class EndpointRoleTypeTests() : StringValueTests<EndpointRoleType>(static text => new EndpointRoleType(text), static value => value.Value);
