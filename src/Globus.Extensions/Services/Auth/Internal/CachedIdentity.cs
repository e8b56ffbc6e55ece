namespace Globus.Extensions.Services.Auth.Internal;

/// <summary>An identity under one of its keys. Read without a lock, written within the cache's.</summary>
internal sealed class CachedIdentity(IdentityKey key, Identity identity)
{
    private volatile Identity _identity = identity;
    private volatile bool _isUsed;

    public IdentityKey Key => key;

    public Identity Identity { get => _identity; set => _identity = value; }

    /// <summary>Whether somebody has asked for it since it was last considered for removal.</summary>
    public bool IsUsed { get => _isUsed; set => _isUsed = value; }
}
