namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>What one login does otherwise than the options of its app say; what is <see langword="null"/> stays as it is.</summary>
internal sealed record LoginFlowChange
{
    public static readonly LoginFlowChange None = new();

    /// <summary>The names of the login flows to try, in order.</summary>
    public IReadOnlyList<string>? Flows { get; init; }

    public bool? RequestRefreshTokens { get; init; }

    public string? NamedGrant { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>>? ExtraParameters { get; init; }

    public bool? OpenBrowser { get; init; }

    /// <summary>Whether it is more than a choice among the flows.</summary>
    public bool ChangesSettings => RequestRefreshTokens is not null || NamedGrant is not null || ExtraParameters is not null || OpenBrowser is not null;

    public LoginFlowSettings Apply(LoginFlowSettings settings) => settings with
    {
        RequestRefreshTokens = RequestRefreshTokens ?? settings.RequestRefreshTokens,
        NativePrefillNamedGrant = NamedGrant ?? settings.NativePrefillNamedGrant,
        ExtraParameters = ExtraParameters ?? settings.ExtraParameters,
        OpenBrowser = OpenBrowser ?? settings.OpenBrowser,
    };
}
