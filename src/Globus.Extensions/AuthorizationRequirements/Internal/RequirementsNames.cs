namespace Globus.Extensions.AuthorizationRequirements.Internal;

/// <summary>The names of JSON members in authorization requirements.</summary>
internal static class RequirementsNames
{
    public const string Code = "code";
    public const string AuthorizationParameters = "authorization_parameters";
    public const string RequiredScopes = "required_scopes";
    public const string SessionRequiredIdentities = "session_required_identities";
    public const string SessionRequiredPolicies = "session_required_policies";
    public const string SessionRequiredSingleDomain = "session_required_single_domain";
    public const string SessionRequiredMfa = "session_required_mfa";
    public const string SessionMessage = "session_message";
    public const string Prompt = "prompt";

    // Only in the variants of single services.
    public const string Error = "error";
    public const string Errors = "errors";
    public const string RequiredScope = "required_scope";
    public const string UnapprovedScopes = "unapproved_scopes";
    public const string Message = "message";
    public const string Description = "description";

    private static readonly string[] ParameterNames =
    [
        SessionRequiredIdentities,
        SessionRequiredPolicies,
        SessionRequiredSingleDomain,
        SessionRequiredMfa,
        SessionMessage,
        Prompt,
        RequiredScopes,
    ];

    /// <summary>
    /// The members of the parameters that are not extra. Scopes of a type that cannot be read are: they stay as they came.
    /// </summary>
    public static ReadOnlySpan<string> KnownParameters(bool withScopes) =>
        withScopes ? ParameterNames : ParameterNames.AsSpan(..^1);
}
