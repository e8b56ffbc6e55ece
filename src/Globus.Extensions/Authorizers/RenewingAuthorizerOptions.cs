using System.Diagnostics.Metrics;
using Globus.Extensions.Tokens;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Globus.Extensions.Authorizers;

/// <summary>How an authorizer that stands without an app renews its token.</summary>
public sealed class RenewingAuthorizerOptions
{
    /// <summary>How long before its end a token is no longer used. Default: 60 seconds.</summary>
    public TimeSpan ExpiryMargin { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long before its end a token is renewed in the background. Default: 5 minutes; never more than a quarter of its life.</summary>
    public TimeSpan RenewBefore { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Keeps a renewed token. It runs before the token is used; if it throws, the renewal has failed and is tried again.</summary>
    public Func<TokenData, CancellationToken, ValueTask>? OnRenewed { get; set; }

    /// <summary>What keeps others from renewing the same token at the same time. Default: one lock in this process.</summary>
    public ITokenRenewalLock? RenewalLock { get; set; }

    /// <summary>The clock. Default: the system's. Where it is wrong, the answers of Globus Auth put it right.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where renewals are logged. Default: nowhere.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>Where the meter comes from that renewals are measured by. Default: one that the whole process shares, <see cref="Diagnostics.GlobusTelemetry.MeterName"/>.</summary>
    public IMeterFactory? MeterFactory { get; set; }
}
