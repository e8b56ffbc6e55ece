using Globus.Extensions.Principals;

namespace Globus.Extensions.Tests.Services;

public sealed class ClientVisibilityTests() : StringValueTests<ClientVisibility>(static text => new ClientVisibility(text), static value => value.Value);
