using Globus.Extensions.Principals;

namespace Globus.Extensions.Tests.Services;

public sealed class ClientTypeTests() : StringValueTests<ClientType>(static text => new ClientType(text), static value => value.Value);
