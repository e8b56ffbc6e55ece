using Globus.Extensions.Configuration;
using Globus.Extensions.Diagnostics.Internal;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.LoginFlows.Internal;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Internal;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Apps.Internal;

/// <summary>What an app is put together from.</summary>
internal sealed record GlobusAppDependencies
{
    public required GlobusAppContext Context { get; init; }

    public required GlobusOptions Options { get; init; }

    public required GlobusLoginClient LoginClient { get; init; }

    public required ITokenStorage Storage { get; init; }

    public required ITokenRenewalLock RenewalLock { get; init; }

    public required ScopeRequirements Requirements { get; init; }

    public required IConsentLookup ConsentLookup { get; init; }

    public required Telemetry Telemetry { get; init; }

    public LoginRequiredHandler? LoginRequiredHandler { get; init; }

    /// <summary>Makes a login flow that differs from the app's own; <see langword="null"/> if the app was given that as an object.</summary>
    public Func<LoginFlowChange, ILoginFlowManager>? ChangeLoginFlow { get; init; }

    public ILogger CreateLogger(string category) => Context.LoggerFactory.CreateLogger(category);
}
