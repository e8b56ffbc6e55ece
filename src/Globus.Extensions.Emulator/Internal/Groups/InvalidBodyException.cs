namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>A body that is not as it should be; <see cref="GroupAccess"/> makes the answer of it.</summary>
internal sealed class InvalidBodyException(string message, params string[] path) : Exception(message)
{
    public InvalidBodyEntry Entry { get; } = new(["body", .. path], message, "value_error");
}
