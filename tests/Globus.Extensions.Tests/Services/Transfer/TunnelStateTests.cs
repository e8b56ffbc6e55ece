using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class TunnelStateTests() : StringValueTests<TunnelState>(static text => new TunnelState(text), static value => value.Value);
