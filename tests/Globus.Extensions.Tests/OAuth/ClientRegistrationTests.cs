using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Principals;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>Clients that register others: a confidential one its children, a native one its instances.</summary>
public sealed class ClientRegistrationTests
{
    private const string Created =
        """
        {"client":{"id":"10000000-0000-4000-8000-000000000001","name":"n"},
         "included":{"client_credential":{"id":"k","client":"10000000-0000-4000-8000-000000000001","secret":"marker-secret"},"more":1},"odd":true}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_native_client_makes_an_instance_of_itself_without_credentials()
    {
        using var auth = ScriptedAuth.Native(ScriptedHandler.Json(Created));

        var created = await auth.NativeClient.CreateNativeAppInstanceAsync("laptop", Cancellation);

        var sent = auth.Handler.Requests.ShouldHaveSingleItem();
        sent.Method.ShouldBe(HttpMethod.Post);
        sent.Uri.AbsoluteUri.ShouldBe("https://auth.globus.org/v2/api/clients");
        sent.Headers.Authorization.ShouldBeNull();
        sent.Body.ShouldBe($$$"""{"client":{"name":"laptop","template_id":"{{{ScriptedAuth.ClientId}}}"}}""");
        created.Client.Id.TryGetGuid(out var id).ShouldBeTrue();
        created.Credential!.Client.ShouldBe(id);
        created.Credential.Secret.ShouldBe("marker-secret");
        created.Included!.ExtensionData!.Keys.ShouldBe(["more"]);
        created.ExtensionData!.Keys.ShouldBe(["odd"]);
    }

    [Fact]
    public async Task A_confidential_client_registers_a_child_with_its_own_credentials()
    {
        using var auth = ScriptedAuth.WithSecret("secret", ScriptedHandler.Json("""{"client":{"id":"c","parent_client":"p"}}"""));

        var created = await auth.Confidential.CreateChildClientAsync(
            new ChildClientRegistration { Name = "child", ClientType = ClientType.ClientIdentity, Visibility = ClientVisibility.Private }, Cancellation);

        var sent = auth.Handler.Requests.ShouldHaveSingleItem();
        sent.Method.ShouldBe(HttpMethod.Post);
        sent.Uri.AbsoluteUri.ShouldBe("https://auth.globus.org/v2/api/clients");
        sent.Headers.Authorization!.Scheme.ShouldBe("Basic");
        sent.Body.ShouldBe("""{"client":{"name":"child","client_type":"client_identity","visibility":"private"}}""");
        created.Client.ParentClient.ShouldBe(new ClientId("p"));
        created.Credential.ShouldBeNull();
    }

    [Fact]
    public async Task A_child_is_of_exactly_one_kind()
    {
        using var auth = ScriptedAuth.WithSecret("secret");

        await Should.ThrowAsync<ArgumentException>(() => auth.Confidential.CreateChildClientAsync(new ChildClientRegistration { Name = "child" }, Cancellation));

        auth.Handler.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_registration_that_may_have_worked_is_not_sent_again()
    {
        using var auth = ScriptedAuth.Native(ScriptedHandler.Status(HttpStatusCode.BadGateway), ScriptedHandler.Json(Created));

        await Should.ThrowAsync<AuthApiException>(() => auth.NativeClient.CreateNativeAppInstanceAsync("laptop", Cancellation));

        auth.Handler.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_secret_of_a_new_client_is_not_told()
    {
        using var auth = ScriptedAuth.Native(ScriptedHandler.Json(Created), ScriptedHandler.Json(Created.Replace("\"id\":\"k\",", "", StringComparison.Ordinal)));

        var created = await auth.NativeClient.CreateNativeAppInstanceAsync("laptop", Cancellation);
        var unreadable = await Should.ThrowAsync<AuthApiException>(() => auth.NativeClient.CreateNativeAppInstanceAsync("laptop", Cancellation));

        $"{created} {created.Included} {created.Credential}".ShouldNotContain("marker");
        $"{unreadable} {unreadable.RawBody} {unreadable.RawJson}".ShouldNotContain("marker");
    }
}
