namespace Globus.Extensions.Emulator.Internal.Clients;

/// <summary>What kinds of clients there are, and which grants each may use.</summary>
internal static class ClientTypes
{
    public const string PublicInstalled = "public_installed_client";
    public const string PublicWebApp = "public_webapp_client";
    public const string Confidential = "confidential_client";
    public const string Hybrid = "hybrid_confidential_client_resource_server";

    private static readonly string[] PublicGrants = ["authorization_code", "refresh_token"];

    private static readonly string[] ConfidentialGrants =
        ["authorization_code", "client_credentials", "refresh_token", "urn:globus:auth:grant_type:dependent_token"];

    public static IReadOnlyList<string> All { get; } =
        [PublicInstalled, PublicWebApp, Confidential, Hybrid, "client_identity", "resource_server", "globus_connect_server"];

    /// <summary>What <c>public_client</c> alone makes of a client.</summary>
    public static string Of(bool publicClient) => publicClient ? PublicInstalled : Hybrid;

    /// <summary>Whether such a client cannot keep a secret, and so has none.</summary>
    public static bool IsPublic(string clientType) => clientType is PublicInstalled or PublicWebApp;

    public static IReadOnlyList<string> GrantsOf(string clientType) => IsPublic(clientType) ? PublicGrants : ConfidentialGrants;
}
