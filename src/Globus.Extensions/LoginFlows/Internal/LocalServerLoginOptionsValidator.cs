using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>Checks the options of a login with a browser, at start and wherever they are given by hand.</summary>
internal sealed class LocalServerLoginOptionsValidator : IValidateOptions<LocalServerLoginOptions>
{
    public static void ThrowIfInvalid(LocalServerLoginOptions options, string parameter)
    {
        if (Describe(options).FirstOrDefault() is { } problem)
        {
            throw new ArgumentException(problem, parameter);
        }
    }

    public ValidateOptionsResult Validate(string? name, LocalServerLoginOptions options)
    {
        string[] problems = [.. Describe(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Describe(LocalServerLoginOptions options)
    {
        if (LoopbackEndpoint.DescribeHost(options.Host) is { } host)
        {
            yield return $"{nameof(LocalServerLoginOptions)}.{nameof(LocalServerLoginOptions.Host)}: {host}.";
        }

        if (options.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{nameof(LocalServerLoginOptions)}.{nameof(LocalServerLoginOptions.Port)}: {options.Port} is not between 0 and {IPEndPoint.MaxPort}.");
        }

        if (options.Timeout != Timeout.InfiniteTimeSpan && (options.Timeout <= TimeSpan.Zero || options.Timeout > TimeSpan.FromDays(1)))
        {
            yield return $"{nameof(LocalServerLoginOptions)}.{nameof(LocalServerLoginOptions.Timeout)}: '{options.Timeout:c}' is not between zero and one day, nor -00:00:00.001 for no limit.";
        }

        if (options.HtmlTemplate is { } template && PageTemplate.Describe(template) is { } problem)
        {
            yield return $"{nameof(LocalServerLoginOptions)}.{nameof(LocalServerLoginOptions.HtmlTemplate)}: {problem}";
        }
    }
}
