namespace Globus.Extensions.Emulator.Internal.Transfer;

/// <summary>An error of the Transfer service.</summary>
internal sealed record TransferErrorDocument(string Code, string Message, string RequestId, string Resource);
