namespace TransferFiles;

/// <summary>The person has to do something else first; the message says what.</summary>
internal sealed class AdviceException(string message, Exception? innerException = null) : Exception(message, innerException);
