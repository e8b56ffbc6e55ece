using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class TransferFileTypeTests() : StringValueTests<TransferFileType>(static text => new TransferFileType(text), static value => value.Value);
