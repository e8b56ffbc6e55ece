using Globus.Extensions.Diagnostics.Internal;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Internal;

namespace Globus.Extensions.Authorizers.Internal;

/// <summary>Builds the renewer of an authorizer that stands without an app.</summary>
internal static class StandaloneRenewer
{
    public static TokenRenewer Create(TokenSource source, GlobusLoginClient loginClient, RenewingAuthorizerOptions? options, TokenData? initial)
    {
        options ??= new RenewingAuthorizerOptions();
        var settings = new TokenRenewalSettings(
            options.ExpiryMargin,
            options.RenewBefore,
            options.RenewalLock ?? new InProcessTokenRenewalLock(),
            loginClient.ClientId,
            loginClient.Correct(options.TimeProvider),
            options.LoggerFactory.CreateLogger("Globus.Extensions.Tokens"),
            Telemetry.Create(options.MeterFactory, options.TimeProvider),
            CancellationToken.None);
        return new TokenRenewer(source, settings, initial);
    }
}
