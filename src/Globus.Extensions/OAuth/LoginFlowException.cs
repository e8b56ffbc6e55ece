namespace Globus.Extensions.OAuth;

/// <summary>A login did not come to its end. The kinds below it say why.</summary>
public class LoginFlowException : GlobusException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong, and what to do.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public LoginFlowException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
