namespace Globus.Extensions.Testing;

/// <summary>A login flow manager does not do what every login flow manager must.</summary>
public sealed class LoginFlowConformanceException : Exception
{
    internal LoginFlowConformanceException(string check, string problem, Exception innerException)
        : base($"{check}: {problem}", innerException) =>
        Check = check;

    /// <summary>The name of the check that failed, one of <see cref="LoginFlowConformance.Checks"/>.</summary>
    public string Check { get; }
}
