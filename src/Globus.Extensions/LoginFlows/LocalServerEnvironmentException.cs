namespace Globus.Extensions.LoginFlows;

/// <summary>
/// A login with a browser on this machine is not possible where the program runs: a remote session, no display, only a text browser, no way to listen.
/// </summary>
public sealed class LocalServerEnvironmentException : LoginFlowUnavailableException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="found">What was found, as the end of a sentence: <c>this is a remote session (SSH_CONNECTION is set)</c>.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public LocalServerEnvironmentException(string found, Exception? innerException = null)
        : base($"{Describe(found)} Use the login flow '{LoginFlowNames.CommandLine}' instead.", innerException)
    {
        Found = found;
        Problem = Describe(found);
    }

    /// <summary>What was found, as the end of a sentence.</summary>
    public string Found { get; }

    private static string Describe(string found) => $"A browser cannot log in to this program here: {found}.";
}
