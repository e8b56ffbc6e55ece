using System.Collections.Concurrent;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Which app of this container keeps its tokens where: two that share a place would overwrite each other's.</summary>
internal sealed class TokenLocations
{
    private readonly ConcurrentDictionary<(string File, string Namespace), string> _owners = new();

    /// <summary>Takes a place for an app.</summary>
    /// <returns>The app that has it already, or <see langword="null"/> if it is free or the app's own.</returns>
    public string? Claim(string appName, string file, string tokenNamespace)
    {
        foreach (var (place, name) in _owners)
        {
            if (name == appName)
            {
                _owners.TryRemove(KeyValuePair.Create(place, name));
            }
        }

        var owner = _owners.GetOrAdd((Path.GetFullPath(file), tokenNamespace), appName);
        return owner == appName ? null : owner;
    }
}
