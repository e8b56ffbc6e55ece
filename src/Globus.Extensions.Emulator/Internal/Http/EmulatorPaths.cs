namespace Globus.Extensions.Emulator.Internal.Http;

/// <summary>The routes of the Auth service that more than one part names.</summary>
internal static class EmulatorPaths
{
    public const string Auth = "/auth";
    public const string Groups = "/groups";
    public const string Transfer = "/transfer";
    public const string Authorize = Auth + "/v2/oauth2/authorize";
    public const string SignIn = Auth + "/v2/web/sign-in";
    public const string Consent = Auth + "/v2/web/consent";
    public const string AuthCode = Auth + "/v2/web/auth-code";
}
