namespace Globus.Extensions;

/// <summary>
/// The base of every exception that this library defines. Catch it to tell trouble with Globus from other trouble.
/// </summary>
/// <remarks>
/// Connection failures stay <see cref="HttpRequestException"/>, timeouts are <see cref="TimeoutException"/> and a cancelled
/// call ends in <see cref="OperationCanceledException"/>: none of them is wrapped.
/// </remarks>
public abstract class GlobusException : Exception
{
    /// <summary>Creates the exception with a message that says what was wrong and what to do.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    private protected GlobusException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>What telemetry calls this failure: one of few names, without anything of the message.</summary>
    internal virtual string ErrorType => GetType().FullName!;
}
