using Globus.Extensions.Principals;

namespace Globus.Extensions.Services.Auth;

/// <summary>Which identities to look up: by their ids or by their user names, never both.</summary>
public sealed record IdentityQuery
{
    /// <summary>The ids, UUIDs in any notation. Repetitions are asked for once.</summary>
    public IEnumerable<IdentityId>? Ids { get; init; }

    /// <summary>The user names, such as <c>ada@example.org</c>, compared without regard to case. Repetitions are asked for once.</summary>
    public IEnumerable<string>? Usernames { get; init; }

    /// <summary>
    /// Whether Globus makes an identity for each user name that is nobody's yet, which the person gets at the first login; only
    /// with <see cref="Usernames"/>. Default: <see langword="false"/>.
    /// </summary>
    public bool Provision { get; init; }

    /// <summary>Further query parameters; <c>ids</c>, <c>usernames</c> and <c>provision</c> are refused.</summary>
    public IEnumerable<KeyValuePair<string, string>>? ExtraParameters { get; init; }
}
