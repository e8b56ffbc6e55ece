using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Principals;
using Globus.Extensions.Principals.Internal;
using Globus.Extensions.Services.Auth;
using Globus.Extensions.Services.Auth.Internal;

namespace Globus.Extensions.Tests.Services.Auth;

/// <summary>The operations of the Auth client by the names that the conformance data has for them. Each gives its answer back as JSON.</summary>
internal static class OperationCalls
{
    private static readonly Dictionary<string, Func<AuthClient, OperationArguments, Task<JsonNode?>>> ByName = new(StringComparer.Ordinal)
    {
        ["create_client"] = static async (auth, arguments) => Write(await auth.Clients.CreateAsync(Registration(arguments), Cancellation), PrincipalsJsonContext.Default.CreatedClient),
        ["get_clients"] = static async (auth, _) => Wrap(new AuthAnswer { Clients = await auth.Clients.GetAllAsync(Cancellation) }),
        ["update_client"] = static async (auth, arguments) => Wrap(new AuthAnswer { Client = await auth.Clients.UpdateAsync(arguments.Id, Update(arguments), Cancellation) }),
        ["delete_client"] = static async (auth, arguments) => Wrap(new AuthAnswer { Client = await auth.Clients.DeleteAsync(arguments.Id, Cancellation) }),
        ["create_client_credential"] = static async (auth, arguments) =>
            Wrap(new AuthAnswer { Credential = await auth.Clients.Credentials.CreateAsync(arguments.Id, arguments.Text("name")!, Cancellation) }),
        ["get_client_credentials"] = static async (auth, arguments) => Wrap(new AuthAnswer { Credentials = await auth.Clients.Credentials.GetAllAsync(arguments.Id, Cancellation) }),
        ["create_project"] = static async (auth, arguments) => Wrap(new AuthAnswer { Project = await auth.Projects.CreateAsync(ProjectOf(arguments), Cancellation) }),
        ["get_project"] = static async (auth, arguments) => Wrap(new AuthAnswer { Project = await auth.Projects.GetAsync(arguments.Id, Cancellation) }),
        ["update_project"] = static async (auth, arguments) => Wrap(new AuthAnswer { Project = await auth.Projects.UpdateAsync(arguments.Id, ProjectChange(arguments), Cancellation) }),
        ["delete_project"] = static async (auth, arguments) => Wrap(new AuthAnswer { Project = await auth.Projects.DeleteAsync(arguments.Id, Cancellation) }),
        ["create_policy"] = static async (auth, arguments) => Wrap(new AuthAnswer { Policy = await auth.Policies.CreateAsync(PolicyOf(arguments), Cancellation) }),
        ["get_policy"] = static async (auth, arguments) => Wrap(new AuthAnswer { Policy = await auth.Policies.GetAsync(arguments.Id, Cancellation) }),
        ["get_policies"] = static async (auth, _) => Wrap(new AuthAnswer { Policies = await auth.Policies.GetAllAsync(Cancellation) }),
        ["update_policy"] = static async (auth, arguments) => Wrap(new AuthAnswer { Policy = await auth.Policies.UpdateAsync(arguments.Id, PolicyChange(arguments), Cancellation) }),
        ["delete_policy"] = static async (auth, arguments) => Wrap(new AuthAnswer { Policy = await auth.Policies.DeleteAsync(arguments.Id, Cancellation) }),
        ["create_scope"] = static async (auth, arguments) => Wrap(new AuthAnswer { Scope = await auth.Scopes.CreateAsync(arguments.Id, ScopeOf(arguments), Cancellation) }),
        ["get_scope"] = static async (auth, arguments) => Wrap(new AuthAnswer { Scope = await auth.Scopes.GetAsync(arguments.Id, Cancellation) }),
        ["get_scopes"] = static async (auth, arguments) => Wrap(new AuthAnswer { Scopes = await FindScopesAsync(auth, arguments) }),
        ["update_scope"] = static async (auth, arguments) => Wrap(new AuthAnswer { Scope = await auth.Scopes.UpdateAsync(arguments.Id, ScopeChange(arguments), Cancellation) }),
        ["delete_scope"] = static async (auth, arguments) => Wrap(new AuthAnswer { Scope = await auth.Scopes.DeleteAsync(arguments.Id, Cancellation) }),
    };

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<JsonNode?> CallAsync(AuthClient auth, string operation, OperationArguments arguments) => ByName[operation](auth, arguments);

    public static ChildClientRegistration ChildRegistration(OperationArguments arguments) => new()
    {
        Name = arguments.Text("name")!,
        PublicClient = arguments.Flag("public_client"),
        ClientType = arguments.ClientType,
        Visibility = arguments.Visibility,
        RedirectUris = arguments.Texts("redirect_uris"),
        Links = arguments.Links,
        RequiredIdp = arguments.GuidOf("required_idp"),
        PreselectIdp = arguments.GuidOf("preselect_idp"),
        AdditionalFields = arguments.Additional,
    };

    private static ClientRegistration Registration(OperationArguments arguments) => new()
    {
        Name = arguments.Text("name")!,
        Project = arguments.GuidOf("project")!.Value,
        PublicClient = arguments.Flag("public_client"),
        ClientType = arguments.ClientType,
        Visibility = arguments.Visibility,
        RedirectUris = arguments.Texts("redirect_uris"),
        Links = arguments.Links,
        RequiredIdp = arguments.GuidOf("required_idp"),
        PreselectIdp = arguments.GuidOf("preselect_idp"),
        AdditionalFields = arguments.Additional,
    };

    private static ClientUpdate Update(OperationArguments arguments) => new()
    {
        Name = arguments.Text("name"),
        Visibility = arguments.Visibility,
        RedirectUris = arguments.Texts("redirect_uris"),
        Links = arguments.Links,
        RequiredIdp = arguments.OptionalProvider("required_idp"),
        PreselectIdp = arguments.OptionalProvider("preselect_idp"),
        AdditionalFields = arguments.Additional,
    };

    // The canned answers have no request with them: any names will do.
    private static ProjectCreation ProjectOf(OperationArguments arguments) => new()
    {
        DisplayName = arguments.TextOr("display_name", "My Project"),
        ContactEmail = arguments.TextOr("contact_email", "support@globus.org"),
        AdminIds = arguments.Ids("admin_ids", "admin_id", IdentityId.FromGuid),
        AdminGroupIds = arguments.Ids("admin_group_ids", "admin_group_id", GroupId.FromGuid),
    };

    private static ProjectUpdate ProjectChange(OperationArguments arguments) => new()
    {
        DisplayName = arguments.Text("display_name"),
        ContactEmail = arguments.Text("contact_email"),
        AdminIds = arguments.Ids("admin_ids", "admin_id", IdentityId.FromGuid),
        AdminGroupIds = arguments.Ids("admin_group_ids", "admin_group_id", GroupId.FromGuid),
    };

    private static PolicyCreation PolicyOf(OperationArguments arguments) => new()
    {
        ProjectId = arguments.GuidOf("project_id")!.Value,
        DisplayName = arguments.Text("display_name")!,
        Description = arguments.Text("description")!,
        HighAssurance = arguments.Flag("high_assurance"),
        AuthenticationAssuranceTimeout = arguments.Seconds("authentication_assurance_timeout"),
        RequiredMfa = arguments.Flag("required_mfa"),
        DomainConstraintsInclude = arguments.OptionalTexts("domain_constraints_include"),
        DomainConstraintsExclude = arguments.OptionalTexts("domain_constraints_exclude"),
    };

    private static PolicyUpdate PolicyChange(OperationArguments arguments) => new()
    {
        ProjectId = arguments.GuidOf("project_id"),
        DisplayName = arguments.Text("display_name"),
        Description = arguments.Text("description"),
        AuthenticationAssuranceTimeout = arguments.Seconds("authentication_assurance_timeout"),
        RequiredMfa = arguments.Flag("required_mfa"),
        DomainConstraintsInclude = arguments.OptionalTexts("domain_constraints_include"),
        DomainConstraintsExclude = arguments.OptionalTexts("domain_constraints_exclude"),
    };

    private static ScopeCreation ScopeOf(OperationArguments arguments) => new()
    {
        Name = arguments.Text("name")!,
        Description = arguments.Text("description")!,
        ScopeSuffix = arguments.Text("scope_suffix")!,
        Advertised = arguments.Flag("advertised"),
        AllowsRefreshToken = arguments.Flag("allows_refresh_token"),
        RequiredDomains = arguments.Texts("required_domains"),
        DependentScopes = Dependencies(arguments),
    };

    private static ScopeUpdate ScopeChange(OperationArguments arguments) => new()
    {
        Name = arguments.Text("name"),
        Description = arguments.Text("description"),
        ScopeSuffix = arguments.Text("scope_suffix"),
        Advertised = arguments.Flag("advertised"),
        AllowsRefreshToken = arguments.Flag("allows_refresh_token"),
        RequiredDomains = arguments.Texts("required_domains"),
        DependentScopes = Dependencies(arguments),
    };

    private static List<DependentScope>? Dependencies(OperationArguments arguments) => arguments.Objects("dependent_scopes")?.Select(static one => new DependentScope
    {
        Scope = Guid.Parse(one["scope"]!.GetValue<string>()),
        Optional = one["optional"]!.GetValue<bool>(),
        RequiresRefreshToken = one["requires_refresh_token"]!.GetValue<bool>(),
    }).ToList();

    private static Task<IReadOnlyList<RegisteredScope>> FindScopesAsync(AuthClient auth, OperationArguments arguments) =>
        (arguments.Text("ids") ?? arguments.Text("scope_id")) is { } id ? auth.Scopes.GetByIdsAsync([new ScopeId(id)], cancellationToken: Cancellation)
        : (arguments.Text("scope_strings") ?? arguments.Text("scope_string")) is { } text ? auth.Scopes.GetByScopeStringsAsync([text], cancellationToken: Cancellation)
        : auth.Scopes.GetAllAsync(cancellationToken: Cancellation);

    private static JsonNode? Wrap(AuthAnswer answer) => Write(answer, AuthJsonContext.Default.AuthAnswer);

    private static JsonNode? Write<T>(T answer, JsonTypeInfo<T> typeInfo) => JsonSerializer.SerializeToNode(answer, typeInfo);
}
