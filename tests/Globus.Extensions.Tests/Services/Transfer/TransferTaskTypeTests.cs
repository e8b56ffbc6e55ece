using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class TransferTaskTypeTests() : StringValueTests<TransferTaskType>(static text => new TransferTaskType(text), static value => value.Value);
