namespace Globus.Extensions.LoginFlows;

/// <summary>The names of the login flows that come with the library, as <see cref="GlobusOptions.LoginFlows"/> knows them.</summary>
public static class LoginFlowNames
{
    /// <summary>A URL is printed, and the code that the person brings back is typed in: <see cref="CommandLineLoginFlowManager"/>.</summary>
    public const string CommandLine = "command-line";
}
