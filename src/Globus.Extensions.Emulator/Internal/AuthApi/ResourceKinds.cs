using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Policies;
using Globus.Extensions.Emulator.Internal.Projects;
using Globus.Extensions.Emulator.Internal.Scopes;

namespace Globus.Extensions.Emulator.Internal.AuthApi;

/// <summary>The kinds of documents that the API of Globus Auth serves.</summary>
internal static class ResourceKinds
{
    private static readonly AuthApiJsonContext Json = AuthApiJsonContext.Default;

    public static ResourceKind<ProjectDocument> Project { get; } =
        new("project", "projects", Json.DictionaryStringProjectDocument, Json.DictionaryStringIReadOnlyListProjectDocument);

    public static ResourceKind<PolicyDocument> Policy { get; } =
        new("policy", "policies", Json.DictionaryStringPolicyDocument, Json.DictionaryStringIReadOnlyListPolicyDocument);

    public static ResourceKind<ClientDocument> Client { get; } =
        new("client", "clients", Json.DictionaryStringClientDocument, Json.DictionaryStringIReadOnlyListClientDocument);

    public static ResourceKind<CredentialDocument> Credential { get; } =
        new("credential", "credentials", Json.DictionaryStringCredentialDocument, Json.DictionaryStringIReadOnlyListCredentialDocument);

    public static ResourceKind<ScopeDocument> Scope { get; } =
        new("scope", "scopes", Json.DictionaryStringScopeDocument, Json.DictionaryStringIReadOnlyListScopeDocument);

    public static ResourceKind<IdentityDocument> Identity { get; } =
        new("identity", "identities", Json.DictionaryStringIdentityDocument, Json.DictionaryStringIReadOnlyListIdentityDocument);

    public static ResourceKind<IdentityProviderDocument> IdentityProvider { get; } = new(
        "identity_provider",
        "identity_providers",
        Json.DictionaryStringIdentityProviderDocument,
        Json.DictionaryStringIReadOnlyListIdentityProviderDocument);
}
