namespace Globus.Extensions.Emulator.Tests.Driving;

/// <summary>The default seed's people and clients by their fixed ids, which users rely on.</summary>
internal static class TestClients
{
    public const string Ada = "ada@example.org";
    public const string AdaId = "ada00000-0000-4000-8000-000000000001";
    public const string Grace = "grace@example.org";
    public const string GraceId = "9ace0000-0000-4000-8000-000000000002";
    public const string Native = "00000000-0000-4000-a000-00000000cafe";
    public const string WebApp = "00000000-0000-4000-a000-00000000c0de";
    public const string WebAppSecret = "emulator-web-app-secret";
    public const string WebAppRedirect = "http://127.0.0.1:5000/signin-globus";
    public const string WebAppScope = "https://auth.globus.org/scopes/00000000-0000-4000-a000-00000000c0de/analyse";
    public const string Service = "00000000-0000-4000-a000-00000000beef";
    public const string ServiceSecret = "emulator-service-account-secret";
    public const string NativeRedirect = "http://127.0.0.1:49152/callback";
    public const string GroupsAll = "urn:globus:auth:scope:groups.api.globus.org:all";
    public const string ViewMyGroups = "urn:globus:auth:scope:groups.api.globus.org:view_my_groups_and_memberships";
    public const string TransferAll = "urn:globus:auth:scope:transfer.api.globus.org:all";
    public const string Project = "00000000-0000-4000-a000-0000000ab0de";
    public const string ManageProjects = "urn:globus:auth:scope:auth.globus.org:manage_projects";
    public const string ViewConsents = "urn:globus:auth:scope:auth.globus.org:view_consents";

    /// <summary>The pair of RFC 7636's test in the reference SDK.</summary>
    public const string Verifier = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public const string Challenge = "ZtNPunH49FD35FWYhT5Tv8I7vRKQJ8uxMaL0_9eHjNA";
}
