using System.Security.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Configuration;

/// <summary>What a file of authorities, and a false word in its place, come to on a real TLS connection.</summary>
public sealed class TrustedAuthorityTests
{
    [Fact]
    public async Task A_server_is_trusted_whose_authority_the_variable_names()
    {
        await using var server = await TlsServer.StartAsync();

        var response = await GetAsync(server, server.AuthorityFile);

        response.IsSuccessStatusCode.ShouldBeTrue();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("0")]
    [InlineData("false")]
    public async Task Without_its_authority_a_server_is_refused_whatever_word_the_variable_holds(string word)
    {
        await using var server = await TlsServer.StartAsync();

        var error = await Should.ThrowAsync<HttpRequestException>(() => GetAsync(server, word));

        error.InnerException.ShouldBeOfType<AuthenticationException>();
    }

    private static async Task<HttpResponseMessage> GetAsync(TlsServer server, string verifySsl)
    {
        var services = TestApps.Services(("GLOBUS_SDK_VERIFY_SSL", verifySsl), ("GLOBUS_SDK_SERVICE_URL_GROUPS", server.Url));
        services.AddSingleton(TestApps.Substitute("token")).AddGlobus(options =>
        {
            options.ClientId = TestApps.NativeClientId;
            options.TotalTimeout = TimeSpan.FromSeconds(20);
        });
        await using var provider = services.Build();
        using var request = new HttpRequestMessage(HttpMethod.Post, "v2/groups");
        return await provider.GetRequiredService<GroupsClient>().SendAsync(request, TestContext.Current.CancellationToken);
    }
}
