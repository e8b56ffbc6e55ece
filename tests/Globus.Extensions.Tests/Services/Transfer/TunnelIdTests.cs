using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class TunnelIdTests() : StringValueTests<TunnelId>(static text => new TunnelId(text), static value => value.Value);
