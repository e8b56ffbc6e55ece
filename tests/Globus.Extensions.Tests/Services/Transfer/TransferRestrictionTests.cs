using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class TransferRestrictionTests() : StringValueTests<TransferRestriction>(static text => new TransferRestriction(text), static value => value.Value);
