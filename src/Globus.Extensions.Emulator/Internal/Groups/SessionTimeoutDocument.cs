namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>Until when an identity's login is recent enough for a high assurance group.</summary>
internal sealed record SessionTimeoutDocument(DateTimeOffset ExpireTime, int ExpiresIn);
