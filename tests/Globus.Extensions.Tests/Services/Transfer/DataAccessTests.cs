using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>A mapped collection whose data Transfer may use only with the person's consent.</summary>
public sealed class DataAccessTests
{
    private static readonly Guid Open = new("c0111ec7-0000-4000-8000-000000000001");
    private static readonly Guid Mapped = new("00000000-0000-4000-a000-00000000da7a");

    private static TransferRequest IntoMapped => new()
    {
        SourceEndpoint = Open,
        DestinationEndpoint = Mapped,
        Items = [new("/home/results/", "/projects/results/") { Recursive = true }],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_login_gives_the_consent_and_the_submission_goes_on_by_itself()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var transfer = globus.Provide(static options => options.RedriveAuthorizationRequirements = true).GetRequiredService<TransferClient>();
        await transfer.Files.StatAsync(Open, "/home/", cancellationToken: Cancellation); // The first login.

        var submitted = await transfer.SubmitTransferAsync(IntoMapped, Cancellation);

        Logins(globus).ShouldBe(2);
        submitted.IsDuplicate.ShouldBeFalse();
        await transfer.Files.StatAsync(Mapped, "/projects/", cancellationToken: Cancellation);
        Logins(globus).ShouldBe(2);
        (await transfer.Tasks.ListAsync().CountAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task Without_leave_to_log_in_again_the_exception_names_the_scope_that_is_wanted()
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var transfer = globus.Provide().GetRequiredService<TransferClient>();

        var exception = await Should.ThrowAsync<TransferApiException>(() => transfer.SubmitTransferAsync(IntoMapped, Cancellation));

        exception.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        exception.Code.ShouldBe("ConsentRequired");
        exception.RequiredScopes.ShouldHaveSingleItem().ShouldContain(Mapped.ToString());
        Logins(globus).ShouldBe(1);
    }

    private static int Logins(EmulatedGlobus globus) => globus.Emulator.Requests.Count(static request => request.GrantType == "authorization_code");
}
