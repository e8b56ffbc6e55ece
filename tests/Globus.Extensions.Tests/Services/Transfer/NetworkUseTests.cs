using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class NetworkUseTests() : StringValueTests<NetworkUse>(static text => new NetworkUse(text), static value => value.Value);
