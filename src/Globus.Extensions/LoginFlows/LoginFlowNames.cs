namespace Globus.Extensions.LoginFlows;

/// <summary>The names of the login flows that come with the library, as <see cref="GlobusOptions.LoginFlows"/> knows them.</summary>
public static class LoginFlowNames
{
    /// <summary>
    /// <see cref="LocalServer"/> where a browser can be had, else <see cref="CommandLine"/>. The default of apps that act for a person.
    /// </summary>
    public const string Auto = "auto";

    /// <summary>A browser opens, and the program receives the code itself: <see cref="LocalServerLoginFlowManager"/>.</summary>
    public const string LocalServer = "local-server";

    /// <summary>A URL is printed, and the code that the person brings back is typed in: <see cref="CommandLineLoginFlowManager"/>.</summary>
    public const string CommandLine = "command-line";
}
