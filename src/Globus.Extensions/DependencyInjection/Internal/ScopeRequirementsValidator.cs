using Globus.Extensions.Scopes.Internal;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Checks that the required scopes can be read, one by one and together with those that registrations add.</summary>
internal sealed class ScopeRequirementsValidator(AppRegistration registration) : IValidateOptions<GlobusOptions>
{
    public ValidateOptionsResult Validate(string? name, GlobusOptions options)
    {
        if (!string.Equals(name, registration.Name, StringComparison.Ordinal))
        {
            return ValidateOptionsResult.Skip;
        }

        var setting = $"{registration.ConfigurationPath}:{nameof(GlobusOptions.ScopeRequirements)}";
        var problems = options.ScopeRequirements
            .SelectMany(entry => (entry.Value ?? []).Select(scope => Describe(scope) is { } problem ? $"{setting}:{entry.Key}: {problem}" : null))
            .OfType<string>()
            .ToList();
        if (problems.Count == 0)
        {
            try
            {
                _ = AppFactory.CreateRequirements(options, registration);
            }
            catch (FormatException exception)
            {
                problems.Add($"{setting}: {exception.Message}");
            }
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    // Empty ones are reported by what looks at single settings.
    private static string? Describe(string? scope) =>
        scope is null || ScopeReader.TryReadAll(scope, out _, out var error) ? null : error.Describe(scope);
}
