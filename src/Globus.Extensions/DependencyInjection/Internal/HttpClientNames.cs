namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>The names of an app's HttpClients: one pipeline per app and service.</summary>
internal static class HttpClientNames
{
    public const string OfDefaultApp = "Globus";

    public static string Of(string appName, string client) => $"{(appName.Length == 0 ? OfDefaultApp : appName)}:{client}";

    /// <summary>The client without authorization, for grants, discovery, keys and revocation.</summary>
    public static string OAuth(string appName) => Of(appName, "oauth");
}
