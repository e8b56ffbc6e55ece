namespace Globus.Extensions.Services.Auth;

/// <summary>How an <see cref="IdentityMap"/> asks and remembers.</summary>
public sealed class IdentityMapOptions
{
    /// <summary>How many identities one request asks for; 100 by default, which is also the most that Globus takes.</summary>
    public int BatchSize { get; set; } = 100;

    /// <summary>
    /// Where to remember what was found, to share it with other maps; <see langword="null"/>, the default, is a cache of the map's own with
    /// <see cref="IdentityCache.DefaultCapacity"/>.
    /// </summary>
    public IdentityCache? Cache { get; set; }
}
