namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>
/// Why an authorization request is refused. Without a <see cref="RedirectUri"/> the client or its address cannot be trusted, and
/// the person is told on a page (RFC 6749, 4.1.2.1).
/// </summary>
internal sealed record AuthorizeRefusal(string Error, string Description, string? RedirectUri = null, string? State = null);
