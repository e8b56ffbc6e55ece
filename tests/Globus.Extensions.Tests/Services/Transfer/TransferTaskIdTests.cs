using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class TransferTaskIdTests() : StringValueTests<TransferTaskId>(static text => new TransferTaskId(text), static value => value.Value);
