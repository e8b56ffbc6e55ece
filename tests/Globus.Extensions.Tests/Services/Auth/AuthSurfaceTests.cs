using System.Reflection;
using Globus.Extensions.OAuth;
using Globus.Extensions.Services.Auth;
using Globus.Extensions.Tests.OAuth;
using Globus.Extensions.Tests.OpenId;

namespace Globus.Extensions.Tests.Services.Auth;

/// <summary>Every operation of Globus Auth in <c>shared/reference/api-surface.json</c> has a method of ours, and a test that calls it at the emulator.</summary>
public sealed class AuthSurfaceTests
{
    private static readonly AuthSurfaceRow[] Rows =
    [
        new("AuthClient.get_openid_configuration", Name(typeof(AuthClient), nameof(AuthClient.GetOpenIdConfigurationAsync)), Name(typeof(OpenIdDocumentsTests), nameof(OpenIdDocumentsTests.Both_kinds_of_clients_read_the_document_and_the_keys))),
        new("AuthClient.get_jwk", Name(typeof(AuthClient), nameof(AuthClient.GetJwkAsync)), Name(typeof(OpenIdDocumentsTests), nameof(OpenIdDocumentsTests.Both_kinds_of_clients_read_the_document_and_the_keys))),
        new("AuthLoginClient.get_openid_configuration", Name(typeof(GlobusLoginClient), nameof(GlobusLoginClient.GetOpenIdConfigurationAsync)), Name(typeof(OpenIdDocumentsTests), nameof(OpenIdDocumentsTests.Both_kinds_of_clients_read_the_document_and_the_keys))),
        new("AuthLoginClient.get_jwk", Name(typeof(GlobusLoginClient), nameof(GlobusLoginClient.GetJwkAsync)), Name(typeof(OpenIdDocumentsTests), nameof(OpenIdDocumentsTests.Both_kinds_of_clients_read_the_document_and_the_keys))),
        new("AuthClient.userinfo", Name(typeof(AuthClient), nameof(AuthClient.GetUserInfoAsync)), Name(typeof(AuthClientTests), nameof(AuthClientTests.User_info_tells_who_is_logged_in))),
        new("AuthClient.get_identities", Name(typeof(IdentityOperations), nameof(IdentityOperations.GetByIdsAsync)), "IdentityOperationsTests.Identities_are_found_by_their_ids_whatever_the_notation"),
        new("AuthClient.get_identities", Name(typeof(IdentityOperations), nameof(IdentityOperations.GetByUsernamesAsync)), "IdentityOperationsTests.Identities_are_found_by_their_user_names_and_the_unknown_are_left_out"),
        new("AuthClient.get_identity_providers", Name(typeof(IdentityProviderOperations), nameof(IdentityProviderOperations.GetByIdsAsync)), Name(typeof(IdentityProviderRoundTripTests), nameof(IdentityProviderRoundTripTests.A_provider_is_found_by_its_domain_and_by_its_id))),
        new("AuthClient.get_identity_providers", Name(typeof(IdentityProviderOperations), nameof(IdentityProviderOperations.GetByDomainsAsync)), Name(typeof(IdentityProviderRoundTripTests), nameof(IdentityProviderRoundTripTests.A_provider_is_found_by_its_domain_and_by_its_id))),
        new("AuthClient.get_consents", Name(typeof(ConsentOperations), nameof(ConsentOperations.GetAllAsync)), Name(typeof(ConsentRoundTripTests), nameof(ConsentRoundTripTests.The_consents_of_a_login_are_listed))),
        new("AuthClient.get_project", Name(typeof(ProjectOperations), nameof(ProjectOperations.GetAsync)), Name(typeof(ProjectRoundTripTests), nameof(ProjectRoundTripTests.A_project_is_created_read_listed_changed_and_deleted))),
        new("AuthClient.get_projects", Name(typeof(ProjectOperations), nameof(ProjectOperations.GetAllAsync)), Name(typeof(ProjectRoundTripTests), nameof(ProjectRoundTripTests.A_project_is_created_read_listed_changed_and_deleted))),
        new("AuthClient.create_project", Name(typeof(ProjectOperations), nameof(ProjectOperations.CreateAsync)), Name(typeof(ProjectRoundTripTests), nameof(ProjectRoundTripTests.A_project_is_created_read_listed_changed_and_deleted))),
        new("AuthClient.update_project", Name(typeof(ProjectOperations), nameof(ProjectOperations.UpdateAsync)), Name(typeof(ProjectRoundTripTests), nameof(ProjectRoundTripTests.A_project_is_created_read_listed_changed_and_deleted))),
        new("AuthClient.delete_project", Name(typeof(ProjectOperations), nameof(ProjectOperations.DeleteAsync)), Name(typeof(ProjectRoundTripTests), nameof(ProjectRoundTripTests.A_project_is_created_read_listed_changed_and_deleted))),
        new("AuthClient.get_policy", Name(typeof(PolicyOperations), nameof(PolicyOperations.GetAsync)), Name(typeof(PolicyRoundTripTests), nameof(PolicyRoundTripTests.A_policy_is_created_read_listed_changed_and_deleted))),
        new("AuthClient.get_policies", Name(typeof(PolicyOperations), nameof(PolicyOperations.GetAllAsync)), Name(typeof(PolicyRoundTripTests), nameof(PolicyRoundTripTests.A_policy_is_created_read_listed_changed_and_deleted))),
        new("AuthClient.create_policy", Name(typeof(PolicyOperations), nameof(PolicyOperations.CreateAsync)), Name(typeof(PolicyRoundTripTests), nameof(PolicyRoundTripTests.A_policy_is_created_read_listed_changed_and_deleted))),
        new("AuthClient.update_policy", Name(typeof(PolicyOperations), nameof(PolicyOperations.UpdateAsync)), Name(typeof(PolicyRoundTripTests), nameof(PolicyRoundTripTests.A_policy_is_created_read_listed_changed_and_deleted))),
        new("AuthClient.delete_policy", Name(typeof(PolicyOperations), nameof(PolicyOperations.DeleteAsync)), Name(typeof(PolicyRoundTripTests), nameof(PolicyRoundTripTests.A_policy_is_created_read_listed_changed_and_deleted))),
        new("AuthClient.get_client", Name(typeof(ClientOperations), nameof(ClientOperations.GetAsync)), Name(typeof(ClientRoundTripTests), nameof(ClientRoundTripTests.A_client_is_registered_read_listed_changed_and_deleted))),
        new("AuthClient.get_clients", Name(typeof(ClientOperations), nameof(ClientOperations.GetAllAsync)), Name(typeof(ClientRoundTripTests), nameof(ClientRoundTripTests.A_client_is_registered_read_listed_changed_and_deleted))),
        new("AuthClient.create_client", Name(typeof(ClientOperations), nameof(ClientOperations.CreateAsync)), Name(typeof(ClientRoundTripTests), nameof(ClientRoundTripTests.A_client_is_registered_read_listed_changed_and_deleted))),
        new("AuthClient.update_client", Name(typeof(ClientOperations), nameof(ClientOperations.UpdateAsync)), Name(typeof(ClientRoundTripTests), nameof(ClientRoundTripTests.A_client_is_registered_read_listed_changed_and_deleted))),
        new("AuthClient.delete_client", Name(typeof(ClientOperations), nameof(ClientOperations.DeleteAsync)), Name(typeof(ClientRoundTripTests), nameof(ClientRoundTripTests.A_client_is_registered_read_listed_changed_and_deleted))),
        new("AuthClient.get_client", Name(typeof(ClientOperations), nameof(ClientOperations.GetByFqdnAsync)), Name(typeof(ClientRoundTripTests), nameof(ClientRoundTripTests.A_client_is_found_by_its_host_name_which_is_an_additional_field))),
        new("AuthClient.get_client_credentials", Name(typeof(ClientCredentialOperations), nameof(ClientCredentialOperations.GetAllAsync)), Name(typeof(ClientCredentialRoundTripTests), nameof(ClientCredentialRoundTripTests.A_secret_is_made_listed_used_and_deleted))),
        new("AuthClient.create_client_credential", Name(typeof(ClientCredentialOperations), nameof(ClientCredentialOperations.CreateAsync)), Name(typeof(ClientCredentialRoundTripTests), nameof(ClientCredentialRoundTripTests.A_secret_is_made_listed_used_and_deleted))),
        new("AuthClient.delete_client_credential", Name(typeof(ClientCredentialOperations), nameof(ClientCredentialOperations.DeleteAsync)), Name(typeof(ClientCredentialRoundTripTests), nameof(ClientCredentialRoundTripTests.A_secret_is_made_listed_used_and_deleted))),
        new("AuthClient.get_scope", Name(typeof(ScopeOperations), nameof(ScopeOperations.GetAsync)), Name(typeof(ScopeRoundTripTests), nameof(ScopeRoundTripTests.A_scope_is_defined_read_listed_changed_and_deleted))),
        new("AuthClient.get_scopes", Name(typeof(ScopeOperations), nameof(ScopeOperations.GetAllAsync)), Name(typeof(ScopeRoundTripTests), nameof(ScopeRoundTripTests.A_scope_is_defined_read_listed_changed_and_deleted))),
        new("AuthClient.get_scopes", Name(typeof(ScopeOperations), nameof(ScopeOperations.GetByIdsAsync)), Name(typeof(ScopeRoundTripTests), nameof(ScopeRoundTripTests.A_scope_is_defined_read_listed_changed_and_deleted))),
        new("AuthClient.get_scopes", Name(typeof(ScopeOperations), nameof(ScopeOperations.GetByScopeStringsAsync)), Name(typeof(ScopeRoundTripTests), nameof(ScopeRoundTripTests.A_scope_is_defined_read_listed_changed_and_deleted))),
        new("AuthClient.create_scope", Name(typeof(ScopeOperations), nameof(ScopeOperations.CreateAsync)), Name(typeof(ScopeRoundTripTests), nameof(ScopeRoundTripTests.A_scope_is_defined_read_listed_changed_and_deleted))),
        new("AuthClient.update_scope", Name(typeof(ScopeOperations), nameof(ScopeOperations.UpdateAsync)), Name(typeof(ScopeRoundTripTests), nameof(ScopeRoundTripTests.A_scope_is_defined_read_listed_changed_and_deleted))),
        new("AuthClient.delete_scope", Name(typeof(ScopeOperations), nameof(ScopeOperations.DeleteAsync)), Name(typeof(ScopeRoundTripTests), nameof(ScopeRoundTripTests.A_scope_is_defined_read_listed_changed_and_deleted))),
        new("NativeAppAuthClient.create_native_app_instance", Name(typeof(NativeLoginClient), nameof(NativeLoginClient.CreateNativeAppInstanceAsync)), Name(typeof(LoginClientRoundTripTests), nameof(LoginClientRoundTripTests.An_instance_of_a_native_client_has_a_secret_that_works))),
        new("ConfidentialAppAuthClient.create_child_client", Name(typeof(ConfidentialLoginClient), nameof(ConfidentialLoginClient.CreateChildClientAsync)), Name(typeof(LoginClientRoundTripTests), nameof(LoginClientRoundTripTests.A_child_belongs_to_the_client_that_registered_it))),
        new("AuthLoginClient.oauth2_exchange_code_for_tokens", Name(typeof(AuthorizationFlow), nameof(AuthorizationFlow.ExchangeCodeAsync)), Name(typeof(CodeFlowTests), nameof(CodeFlowTests.A_pasted_code_is_exchanged_whatever_white_space_is_around_it))),
        new("AuthLoginClient.oauth2_exchange_code_for_tokens", Name(typeof(AuthorizationFlow), nameof(AuthorizationFlow.ExchangeRedirectAsync)), Name(typeof(CodeFlowTests), nameof(CodeFlowTests.A_native_client_gets_a_token_for_each_resource_server))),
        new("AuthLoginClient.oauth2_refresh_token", Name(typeof(GlobusLoginClient), nameof(GlobusLoginClient.RefreshTokenAsync)), Name(typeof(RefreshAndRevokeTests), nameof(RefreshAndRevokeTests.A_refresh_gives_another_access_token_and_leaves_the_refresh_token_as_it_is))),
        new("NativeAppAuthClient.oauth2_refresh_token", Name(typeof(NativeLoginClient), nameof(NativeLoginClient.RefreshTokenAsync)), Name(typeof(RefreshAndRevokeTests), nameof(RefreshAndRevokeTests.A_refresh_gives_another_access_token_and_leaves_the_refresh_token_as_it_is))),
        new("AuthLoginClient.oauth2_revoke_token", Name(typeof(GlobusLoginClient), nameof(GlobusLoginClient.RevokeTokenAsync)), Name(typeof(RefreshAndRevokeTests), nameof(RefreshAndRevokeTests.A_revoked_refresh_token_renews_nothing))),
        new("AuthLoginClient.oauth2_token", Name(typeof(GlobusLoginClient), nameof(GlobusLoginClient.RequestTokenAsync)), Name(typeof(TokenRequestTests), nameof(TokenRequestTests.Any_grant_of_the_service_can_be_asked_for))),
        new("ConfidentialAppAuthClient.oauth2_client_credentials_tokens", Name(typeof(ConfidentialLoginClient), nameof(ConfidentialLoginClient.GetClientCredentialsTokensAsync)), Name(typeof(CodeFlowTests), nameof(CodeFlowTests.A_client_gets_tokens_for_itself))),
        new("ConfidentialAppAuthClient.oauth2_get_dependent_tokens", Name(typeof(ConfidentialLoginClient), nameof(ConfidentialLoginClient.GetDependentTokensAsync)), Name(typeof(DependentTokenTests), nameof(DependentTokenTests.A_service_gets_tokens_for_all_that_its_scope_depends_on))),
        new("ConfidentialAppAuthClient.oauth2_token_introspect", Name(typeof(ConfidentialLoginClient), nameof(ConfidentialLoginClient.IntrospectTokenAsync)), Name(typeof(IntrospectionTests), nameof(IntrospectionTests.A_valid_token_is_described))),
    ];

    [Fact]
    public void Every_operation_of_the_reference_is_covered()
    {
        var present = AuthSurface.Read().Select(AuthSurface.NameOf).ToList();
        var broken = Rows.Select(Problem).OfType<string>().ToList();
        var covered = Rows.Where(static row => Problem(row) is null).Select(static row => row.Operation).ToHashSet(StringComparer.Ordinal);

        TestContext.Current.TestOutputHelper?.WriteLine($"api-surface.json, operations of auth: {present.Count(covered.Contains)} of {present.Count}");
        broken.ShouldBeEmpty();
        present.Except(covered, StringComparer.Ordinal).ShouldBeEmpty();
        Rows.Select(static row => row.Operation).Except(present, StringComparer.Ordinal).ShouldBeEmpty();
        present.Count.ShouldBe(41);
    }

    private static string Name(Type type, string method) => $"{type.Name}.{method}";

    private static string? Problem(AuthSurfaceRow row) =>
        !Exists(typeof(AuthClient).Assembly, row.Method, static method => method.IsPublic) ? $"{row.Operation}: there is no method {row.Method}"
        : !Exists(typeof(AuthSurfaceTests).Assembly, row.Test, static method => method.IsDefined(typeof(FactAttribute), inherit: true)) ? $"{row.Operation}: there is no test {row.Test}"
        : null;

    private static bool Exists(Assembly assembly, string name, Func<MethodInfo, bool> isRight) =>
        assembly.GetTypes().Where(type => type.Name == name.Split('.')[0]).SelectMany(static type => type.GetMethods()).Any(method => method.Name == name.Split('.')[1] && isRight(method));
}
