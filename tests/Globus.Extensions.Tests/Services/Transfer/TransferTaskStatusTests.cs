using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class TransferTaskStatusTests() : StringValueTests<TransferTaskStatus>(static text => new TransferTaskStatus(text), static value => value.Value);
