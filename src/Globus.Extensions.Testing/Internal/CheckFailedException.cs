namespace Globus.Extensions.Testing.Internal;

/// <summary>Something is not as a check wants it.</summary>
internal sealed class CheckFailedException(string message) : Exception(message);
