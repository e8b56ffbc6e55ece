using Globus.Extensions.Diagnostics.Internal;
using Globus.Extensions.Tokens;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Authorizers.Internal;

/// <summary>How tokens are renewed.</summary>
/// <param name="ExpiryMargin">How long before its end a token is no longer used.</param>
/// <param name="RenewBefore">How long before its end it is renewed in the background.</param>
/// <param name="Lock">What keeps others from renewing the same token at the same time.</param>
/// <param name="LockOwner">The app part of the lock's key.</param>
/// <param name="TimeProvider">The clock, put right by the answers of Globus Auth.</param>
/// <param name="Logger">Where renewals are logged.</param>
/// <param name="Telemetry">What renewals are watched by.</param>
/// <param name="Lifetime">Ends with the owner: a renewal belongs to it, not to the caller that happened to be first.</param>
internal sealed record TokenRenewalSettings(
    TimeSpan ExpiryMargin,
    TimeSpan RenewBefore,
    ITokenRenewalLock Lock,
    string LockOwner,
    TimeProvider TimeProvider,
    ILogger Logger,
    Telemetry Telemetry,
    CancellationToken Lifetime);
