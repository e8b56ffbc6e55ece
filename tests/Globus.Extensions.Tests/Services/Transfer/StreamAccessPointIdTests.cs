using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class StreamAccessPointIdTests() : StringValueTests<StreamAccessPointId>(static text => new StreamAccessPointId(text), static value => value.Value);
