using System.Net;
using System.Text.Json;
using Globus.Extensions.Http;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services;

public class TransferClientTests
{
    [Fact]
    public async Task Any_route_can_be_called_through_the_pipeline()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v0.10/submission_id");

        using var response = await ClientOf(globus).SendAsync(request, TestContext.Current.CancellationToken);

        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        json.RootElement.GetProperty("value").GetGuid().ShouldNotBe(Guid.Empty);
        globus.Emulator.Requests[^1].Path.ShouldBe("/transfer/v0.10/submission_id");
    }

    [Fact]
    public async Task An_answer_can_be_read_with_a_context_of_ones_own()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "v0.10/submission_id");

        var answer = await ClientOf(globus).SendAsync(request, SubmissionIdJsonContext.Default.DictionaryStringString, TestContext.Current.CancellationToken);

        Guid.TryParse(answer["value"], out _).ShouldBeTrue();
    }

    [Fact]
    public async Task An_unknown_route_is_an_error_of_transfer()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "v0.10/nowhere");

        var exception = await Should.ThrowAsync<TransferApiException>(() => ClientOf(globus).SendAsync(request, TestContext.Current.CancellationToken));

        exception.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        exception.Code.ShouldNotBeNullOrEmpty();
        exception.RequestId.ShouldNotBeNullOrEmpty();
    }

    private static TransferClient ClientOf(EmulatedGlobus globus) => globus.Provide().GetRequiredService<TransferClient>();
}
