using System.Collections.Frozen;
using Globus.Extensions.Authorizers;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Which authorizer is for which service of a connection: a token goes to its own service only.</summary>
internal static class ConnectionAuthorizers
{
    public static FrozenDictionary<string, IGlobusAuthorizer> Of(IGlobusAuthorizer authorizer)
    {
        ArgumentNullException.ThrowIfNull(authorizer);
        if (authorizer is NullAuthorizer)
        {
            return ServiceDescription.All.ToFrozenDictionary(static service => service.ResourceServer, _ => authorizer, StringComparer.Ordinal);
        }

        return authorizer.ResourceServer is { Length: > 0 } resourceServer
            ? FrozenDictionary.Create(StringComparer.Ordinal, KeyValuePair.Create(resourceServer, authorizer))
            : throw new ArgumentException(
                $"This {authorizer.GetType().Name} does not say which service it is for, and what it sends must go nowhere else. Give {nameof(GlobusConnection)} the authorizers "
                + $"by resource server, or the authorizer to a client: {nameof(GlobusConnection.CreateGroupsClient)}(authorizer).",
                nameof(authorizer));
    }

    public static FrozenDictionary<string, IGlobusAuthorizer> Of(IReadOnlyDictionary<string, IGlobusAuthorizer> authorizers)
    {
        ArgumentNullException.ThrowIfNull(authorizers);
        foreach (var (resourceServer, authorizer) in authorizers)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(resourceServer, nameof(authorizers));
            ThrowIfForAnother(authorizer, resourceServer, nameof(authorizers));
        }

        return authorizers.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static void ThrowIfForAnother(IGlobusAuthorizer authorizer, string resourceServer, string parameter = "authorizer")
    {
        ArgumentNullException.ThrowIfNull(authorizer, parameter);
        if (authorizer.ResourceServer is { Length: > 0 } own && !string.Equals(own, resourceServer, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The authorizer is for '{own}'. Its tokens must not be sent to '{resourceServer}', which has tokens of its own.", parameter);
        }
    }

    public static string Missing(ServiceDescription service, IEnumerable<string> known)
    {
        var there = string.Join(", ", known.Order(StringComparer.Ordinal));
        return $"This connection has no authorizer for '{service.ResourceServer}', {(there.Length == 0 ? "nor for any other service" : $"only for {there}")}. Give {nameof(GlobusConnection)} the "
            + $"authorizers by resource server, or the authorizer to Create{service.Name}Client. To send no token on purpose, give it a {nameof(NullAuthorizer)}.";
    }
}
