using Globus.Extensions.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.DependencyInjection;

/// <summary>The services of the emulator share an origin, so only the path tells whose token may go where.</summary>
public sealed class TokenConfinementTests : EmulatorTests
{
    [Theory]
    [InlineData("../transfer/v0.10/submission_id")]
    [InlineData("/../transfer/v0.10/submission_id")]
    [InlineData("v2/../../transfer/v0.10/submission_id")]
    [InlineData("..\\transfer\\v0.10\\submission_id")]
    [InlineData("%2e%2e/transfer/v0.10/submission_id")]
    [InlineData(".%2E/transfer/v0.10/submission_id")]
    [InlineData("..%2ftransfer/v0.10/submission_id")]
    [InlineData("%2e%2e%2Ftransfer/v0.10/submission_id")]
    [InlineData("..%5ctransfer/v0.10/submission_id")]
    [InlineData("v2/..%2f..%2ftransfer/v0.10/submission_id")]
    public async Task A_path_that_climbs_out_of_the_service_is_refused(string path) => await ShouldBeRefusedAsync(new Uri(path, UriKind.RelativeOrAbsolute));

    [Theory]
    [InlineData("transfer/v0.10/submission_id")]
    [InlineData("groups")]
    [InlineData("groupsx/v2")]
    [InlineData("")]
    [InlineData("groups/../transfer/v0.10/submission_id")]
    public async Task An_absolute_url_elsewhere_on_the_same_origin_is_refused(string path) => await ShouldBeRefusedAsync(new Uri(Emulator.BaseUrl, path));

    [Theory]
    [InlineData("groups/../transfer/v0.10/submission_id")]
    [InlineData("groups/%2e%2e/transfer/v0.10/submission_id")]
    [InlineData("groups/.%2E/transfer/v0.10/submission_id")]
    [InlineData("groups/v2/../../transfer/v0.10/submission_id")]
    [InlineData("groups/..")]
    public async Task A_url_that_was_kept_from_being_normalized_is_refused(string path) =>
        await ShouldBeRefusedAsync(new Uri(Emulator.BaseUrl.AbsoluteUri + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

    [Theory]
    [InlineData("https://127.0.0.1/groups/v2/groups/my_groups")]
    [InlineData("http://localhost/groups/v2/groups/my_groups")]
    [InlineData("https://evil.example/groups/v2/groups/my_groups")]
    [InlineData("file:///groups/v2")]
    [InlineData("\\\\evil.example\\groups")]
    public async Task Another_origin_is_refused(string url) => await ShouldBeRefusedAsync(new Uri(url, UriKind.RelativeOrAbsolute));

    [Theory]
    [InlineData("v2/groups/my_groups")]
    [InlineData("/v2/groups/my_groups")]
    [InlineData("//v2/groups/my_groups")]
    [InlineData("v2/x/../groups/my_groups")]
    public async Task A_path_inside_the_service_is_fine(string path)
    {
        await using var provider = BuildClientApp(static _ => { });
        using var request = new HttpRequestMessage(HttpMethod.Get, path);

        using var response = await provider.GetRequiredService<GroupsClient>().SendAsync(request, CancellationToken);

        response.IsSuccessStatusCode.ShouldBeTrue();
    }

    [Theory]
    [InlineData("v2/a..b")]
    [InlineData("v2/..a/b..")]
    [InlineData("v2/...")]
    [InlineData("v2/a%2fb..c")]
    public async Task Dots_inside_of_a_name_are_fine(string path)
    {
        await using var provider = BuildClientApp(static _ => { });
        using var request = new HttpRequestMessage(HttpMethod.Get, path);

        await Should.ThrowAsync<GroupsApiException>(() => provider.GetRequiredService<GroupsClient>().SendAsync(request, CancellationToken));

        Arrived("/groups/").ShouldBe(1);
    }

    [Fact]
    public async Task The_whole_url_of_the_service_is_fine()
    {
        await using var provider = BuildClientApp(static _ => { });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Emulator.GroupsUrl, "v2/groups/my_groups"));

        using var response = await provider.GetRequiredService<GroupsClient>().SendAsync(request, CancellationToken);

        response.IsSuccessStatusCode.ShouldBeTrue();
    }

    private async Task ShouldBeRefusedAsync(Uri url)
    {
        await using var provider = BuildClientApp(static _ => { });
        using var request = new HttpRequestMessage(HttpMethod.Get, url);

        var error = await Should.ThrowAsync<Exception>(() => provider.GetRequiredService<GroupsClient>().SendAsync(request, CancellationToken));

        error.ShouldBeOfType<InvalidOperationException>().Message.ShouldContain($"is outside of {Emulator.GroupsUrl}, the only place where tokens for '{Groups}' may be sent");
        Emulator.Requests.ShouldBeEmpty();
    }
}
