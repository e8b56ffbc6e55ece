namespace Globus.Extensions.Testing;

/// <summary>A token storage does not do what every token storage must.</summary>
public sealed class TokenStorageConformanceException : Exception
{
    internal TokenStorageConformanceException(string check, string problem, Exception innerException)
        : base($"{check}: {problem}", innerException) =>
        Check = check;

    /// <summary>The name of the check that failed, one of <see cref="TokenStorageConformance.Checks"/>.</summary>
    public string Check { get; }
}
