namespace Globus.Extensions.Services.Auth.Internal;

/// <summary>What an identity is looked up by: its id in whatever notation, or its user name without regard to case.</summary>
internal readonly struct IdentityKey : IEquatable<IdentityKey>
{
    private const string UrnPrefix = "urn:uuid:";

    private readonly Guid _id;
    private readonly string? _username;

    private IdentityKey(Guid id, string? username)
    {
        _id = id;
        _username = username;
    }

    public bool IsId => _username is null;

    /// <summary>The key as the service takes it.</summary>
    public string Text => _username ?? _id.ToString("D");

    /// <summary>Takes every notation of a UUID for an id, and everything else for a user name. Allocates nothing.</summary>
    /// <exception cref="ArgumentException">The text is blank or has a comma.</exception>
    public static IdentityKey Of(string idOrUsername, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(idOrUsername, parameterName);
        return TryReadId(idOrUsername, out var key) ? key : OfUsername(idOrUsername, parameterName);
    }

    /// <summary>Reads an id.</summary>
    /// <exception cref="ArgumentException">The text is no UUID.</exception>
    public static IdentityKey OfId(string id, string parameterName) =>
        TryReadId(id, out var key) ? key : throw new ArgumentException($"'{id}' is no id of an identity: a UUID is wanted.", parameterName);

    /// <summary>Reads a user name.</summary>
    /// <exception cref="ArgumentException">The text is blank or has a comma.</exception>
    public static IdentityKey OfUsername(string? username, string parameterName)
    {
        if (string.IsNullOrWhiteSpace(username))
        {
            throw new ArgumentException("A user name is blank.", parameterName);
        }

        return username.Contains(',', StringComparison.Ordinal)
            ? throw new ArgumentException($"'{username}' is no user name: the comma would make two of it. Give each name by itself.", parameterName)
            : new IdentityKey(Guid.Empty, username.Trim());
    }

    /// <summary>Reads a UUID: with or without hyphens, in braces, or as a URN.</summary>
    public static bool TryReadId(string? text, out IdentityKey key)
    {
        var digits = text.AsSpan().Trim();
        digits = digits.StartsWith(UrnPrefix, StringComparison.OrdinalIgnoreCase) ? digits[UrnPrefix.Length..] : digits;
        var isId = Guid.TryParse(digits, out var id);
        key = new IdentityKey(id, username: null);
        return isId;
    }

    /// <summary>Reads the user name of an identity, if it has one by which it can be looked up.</summary>
    public static bool TryReadUsername(string? text, out IdentityKey key)
    {
        key = new IdentityKey(Guid.Empty, text?.Trim() ?? string.Empty);
        return !string.IsNullOrWhiteSpace(text) && !TryReadId(text, out _);
    }

    public bool Equals(IdentityKey other) => _id == other._id && string.Equals(_username, other._username, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is IdentityKey other && Equals(other);

    public override int GetHashCode() => _username is null ? _id.GetHashCode() : StringComparer.OrdinalIgnoreCase.GetHashCode(_username);

    public override string ToString() => Text;
}
