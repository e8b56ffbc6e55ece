using Globus.Extensions.OAuth;

namespace Globus.Extensions.LoginFlows;

/// <summary>
/// A login flow cannot run where it was started: there is no terminal, no browser, nobody to ask. Where several flows are configured, the next one is tried.
/// </summary>
public class LoginFlowUnavailableException : LoginFlowException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is missing, and what to do.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public LoginFlowUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException) => Problem = message;

    /// <summary>What is missing, for a chain of flows, which tells what to do for all of them together.</summary>
    internal string Problem { get; init; }

    /// <summary>How to log in elsewhere, if the message says it.</summary>
    internal string? Advice { get; init; }
}
