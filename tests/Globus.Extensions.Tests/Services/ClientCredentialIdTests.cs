using Globus.Extensions.Principals;

namespace Globus.Extensions.Tests.Services;

public sealed class ClientCredentialIdTests() : StringValueTests<ClientCredentialId>(static text => new ClientCredentialId(text), static value => value.Value);
