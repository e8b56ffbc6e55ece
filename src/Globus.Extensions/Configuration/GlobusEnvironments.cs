using System.Collections.Frozen;

namespace Globus.Extensions.Configuration;

/// <summary>The environments of Globus and the base URLs of the services in them.</summary>
public static class GlobusEnvironments
{
    /// <summary>The environment for everybody, and the default.</summary>
    public const string Production = "production";

    /// <summary>The environment in which Globus shows what is to come.</summary>
    public const string Preview = "preview";

    /// <summary>An environment internal to Globus.</summary>
    public const string Sandbox = "sandbox";

    /// <summary>An environment internal to Globus.</summary>
    public const string Integration = "integration";

    /// <summary>An environment internal to Globus.</summary>
    public const string Test = "test";

    /// <summary>An environment internal to Globus.</summary>
    public const string Staging = "staging";

    private static readonly FrozenDictionary<string, string> Domains = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Production] = "globus.org",
        [Preview] = "preview.globus.org",
        [Sandbox] = "sandbox.globuscs.info",
        [Integration] = "integration.globuscs.info",
        [Test] = "test.globuscs.info",
        [Staging] = "staging.globuscs.info",
    }.ToFrozenDictionary();

    /// <summary>The names of all environments.</summary>
    public static IReadOnlyList<string> Names { get; } = [Production, Preview, Sandbox, Integration, Test, Staging];

    /// <summary>Gets the base URL of a service, which ends in a slash and carries no API version.</summary>
    /// <param name="environment">The name of the environment.</param>
    /// <param name="service">The short name of the service (<see cref="GlobusServices"/>).</param>
    /// <returns>The base URL, such as <c>https://groups.api.globus.org/</c>.</returns>
    /// <exception cref="ArgumentException">The environment is unknown, or the service name is empty.</exception>
    public static Uri GetServiceUrl(string environment, string service)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        if (environment is null || !Domains.TryGetValue(environment, out var domain))
        {
            throw new ArgumentException(
                $"'{environment}' is no Globus environment. Known are: {string.Join(", ", Names)}.", nameof(environment));
        }

        return new Uri(
            (environment, service) switch
            {
                (Production, GlobusServices.Actions or GlobusServices.Flows or GlobusServices.Timers) => $"https://{service}.automate.globus.org/",
                (Production, GlobusServices.Nexus) => "https://nexus.api.globusonline.org/",
                (_, GlobusServices.Actions or GlobusServices.Flows or GlobusServices.Timers) => $"https://{environment}.{service}.automate.globus.org/",
                (_, GlobusServices.WebApp or GlobusServices.Auth) => $"https://{service}.{domain}/",
                _ => $"https://{service}.api.{domain}/",
            },
            UriKind.Absolute);
    }

    internal static bool IsKnown(string environment) => Domains.ContainsKey(environment);
}
