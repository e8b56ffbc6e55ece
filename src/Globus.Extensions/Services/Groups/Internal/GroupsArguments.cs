using System.Text;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Groups.Internal;

/// <summary>Finds mistakes in arguments before a request is made of them.</summary>
internal static class GroupsArguments
{
    /// <summary>A query with one parameter, its values joined by commas; nothing if there are none.</summary>
    /// <exception cref="ArgumentException">A value is empty or would become two.</exception>
    public static string Join(string name, IEnumerable<string>? values, string parameterName)
    {
        string[] all = [.. values ?? []];
        foreach (var value in all)
        {
            if (string.IsNullOrWhiteSpace(value) || value.Contains(',', StringComparison.Ordinal))
            {
                throw new ArgumentException($"'{value}' cannot be asked for: each value is one word of the service, not empty and without a comma.", parameterName);
            }
        }

        return all.Length == 0 ? string.Empty : QueryText.Append(new StringBuilder(), name, string.Join(',', all)).ToString();
    }

    /// <summary>Checks what is to be set for identities.</summary>
    /// <exception cref="ArgumentException">Nobody is named, an identity is empty, or its value is missing.</exception>
    public static void CheckIdentities<T>(IReadOnlyDictionary<IdentityId, T> values, string parameterName)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(values, parameterName);
        if (values.Count == 0)
        {
            throw new ArgumentException("Name at least one identity.", parameterName);
        }

        foreach (var (id, value) in values)
        {
            if (id.Value.Length == 0 || value is null)
            {
                throw new ArgumentException($"'{id}' is no id of an identity, or there is nothing to set for it.", parameterName);
            }
        }
    }

    /// <summary>Checks the name of a group.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static void CheckName(string? name, string parameterName)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentException("The name of a group must not be blank.", parameterName);
        }
    }

    /// <summary>Checks complete policies.</summary>
    /// <exception cref="ArgumentException">The policies cannot be sent.</exception>
    public static void CheckPolicies(GroupPolicySettings policies, string parameterName)
    {
        if (policies.GroupVisibility.Value.Length == 0 || policies.GroupMembersVisibility.Value.Length == 0)
        {
            throw new ArgumentException("Both visibilities must be set.", parameterName);
        }

        CheckTimeout(policies.AuthenticationAssuranceTimeout.IsSet ? policies.AuthenticationAssuranceTimeout.Value : null, parameterName);
    }

    /// <summary>Checks how long a session lasts.</summary>
    /// <exception cref="ArgumentException">The time is negative or no whole number of seconds.</exception>
    public static void CheckTimeout(TimeSpan? timeout, string parameterName)
    {
        if (timeout is { } time && (time < TimeSpan.Zero || time.Ticks % TimeSpan.TicksPerSecond != 0))
        {
            throw new ArgumentException($"{nameof(GroupPolicySettings.AuthenticationAssuranceTimeout)} is {time}; wanted are whole seconds, 0 at least.", parameterName);
        }
    }
}
