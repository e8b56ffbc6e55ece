using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.LoginFlows.Internal;
using Globus.Extensions.Scopes;

namespace Globus.Extensions.Apps.Internal;

/// <summary>A login as it was asked for, read once.</summary>
internal sealed record LoginRequest
{
    /// <summary>A login that brings what the app requires.</summary>
    public static readonly LoginRequest Default = new();

    /// <summary>Whether to log in although what is stored would serve.</summary>
    public bool IsForced { get; init; }

    public GlobusAuthorizationParameters? Parameters { get; init; }

    /// <summary>What has to be held besides what the app requires.</summary>
    public ScopeSet Scopes { get; init; } = ScopeSet.Empty;

    /// <summary>Whether every token that is needed has to be renewable.</summary>
    public bool NeedsRefreshTokens { get; init; }

    /// <summary>The flow to use in place of the app's own.</summary>
    public ILoginFlowManager? Flow { get; init; }

    /// <summary>Reads the options.</summary>
    /// <param name="options">What the caller wants.</param>
    /// <param name="changeFlow">Makes a flow that differs from the app's own.</param>
    /// <exception cref="FormatException">The scopes are malformed.</exception>
    public static LoginRequest From(LoginOptions? options, Func<LoginFlowChange, ILoginFlowManager?> changeFlow)
    {
        if (options is null)
        {
            return Default;
        }

        string[] flows = [.. options.Flows ?? []];
        var change = new LoginFlowChange
        {
            Flows = flows.Length == 0 ? null : flows,
            RequestRefreshTokens = options.RequestRefreshTokens,
            NamedGrant = options.NamedGrant,
            ExtraParameters = options.ExtraParameters?.ToArray(),
            OpenBrowser = options.OpenBrowser,
        };
        return new LoginRequest
        {
            IsForced = options.Force || options.Parameters is not null,
            Parameters = options.Parameters,
            Scopes = ScopeSet.ParseAll(options.Scopes ?? []),
            NeedsRefreshTokens = options.RequestRefreshTokens is true,
            Flow = change == LoginFlowChange.None ? null : changeFlow(change),
        };
    }
}
