using Globus.Extensions.Principals;

namespace Globus.Extensions.Tests.Services;

public sealed class ClientIdTests() : StringValueTests<ClientId>(static text => new ClientId(text), static value => value.Value);
