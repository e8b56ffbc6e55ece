using System.Diagnostics;
using Globus.Extensions.Configuration;
using Globus.Extensions.Diagnostics;
using Globus.Extensions.Emulator;
using Globus.Extensions.Http;
using Globus.Extensions.OAuth;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Tests.Apps;
using Globus.Extensions.Tests.Services.Transfer;
using Globus.Extensions.Tests.Support;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Tests.Diagnostics;

/// <summary>What somebody sees who listens, by whole stories against the emulator.</summary>
public sealed class TelemetryTests
{
    private const string GroupsServer = "groups.api.globus.org";

    private const string TokenPath = "/auth/v2/oauth2/token";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_renewal_after_a_401_is_a_span_and_a_duration()
    {
        await using var story = await StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        story.Emulator.RevokeAccessTokens();
        using var recorder = new TelemetryRecorder(story.Meters);

        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);

        var span = recorder.Single(GlobusTelemetry.TokenRenewalActivity, GlobusTelemetry.TokenRenewalDuration);
        ShouldHaveTags(
            span,
            (GlobusTelemetry.ResourceServerAttribute, GroupsServer), (GlobusTelemetry.TokenRenewalReasonAttribute, "rejected"), (GlobusTelemetry.TokenOriginAttribute, "grant"));
        span.ParentSpanId.ShouldBe(recorder.RootId);
        span.Status.ShouldBe(ActivityStatusCode.Unset);
    }

    [Fact]
    public async Task A_token_that_is_stored_already_says_so()
    {
        await using var story = await StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        await using var later = story.Again();
        using var recorder = new TelemetryRecorder(later.Meters);

        await later.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);

        ShouldHaveTags(
            recorder.Single(GlobusTelemetry.TokenRenewalActivity, GlobusTelemetry.TokenRenewalDuration),
            (GlobusTelemetry.ResourceServerAttribute, GroupsServer), (GlobusTelemetry.TokenRenewalReasonAttribute, "needed"), (GlobusTelemetry.TokenOriginAttribute, "storage"));
    }

    [Fact]
    public async Task A_refresh_token_that_is_dead_is_a_failed_renewal()
    {
        await using var story = await StartAsync(LoginRequiredBehavior.Throw);
        await story.App.LoginAsync(cancellationToken: Cancellation);
        story.Emulator.RevokeAccessTokens();
        story.Emulator.RevokeRefreshTokens();
        using var recorder = new TelemetryRecorder(story.Meters);

        await Should.ThrowAsync<TokenRenewalException>(() => story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation));

        var span = recorder.Single(GlobusTelemetry.TokenRenewalActivity, GlobusTelemetry.TokenRenewalDuration);
        ShouldHaveTags(
            span,
            (GlobusTelemetry.ResourceServerAttribute, GroupsServer),
            (GlobusTelemetry.TokenRenewalReasonAttribute, "rejected"),
            (GlobusTelemetry.ErrorTypeAttribute, "Globus.Extensions.Tokens.TokenRenewalException"));
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.StatusDescription.ShouldBeNull();
        span.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_renewal_that_globus_auth_refuses_has_the_status_as_its_error()
    {
        await using var story = await StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        story.Emulator.RevokeAccessTokens();
        story.Emulator.AddFault(new EmulatorFault { Path = TokenPath, Status = 403 });
        using var recorder = new TelemetryRecorder(story.Meters);

        await Should.ThrowAsync<AuthApiException>(() => story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation));

        recorder.MeasurementsOf(GlobusTelemetry.TokenRenewalDuration).ShouldHaveSingleItem().Tags[GlobusTelemetry.ErrorTypeAttribute].ShouldBe("403");
    }

    [Fact]
    public async Task A_login_is_a_span_and_a_duration()
    {
        await using var story = await StartAsync();
        using var recorder = new TelemetryRecorder(story.Meters);

        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);

        ShouldHaveTags(recorder.Single(GlobusTelemetry.LoginActivity, GlobusTelemetry.LoginDuration));
        recorder.SpansOf(GlobusTelemetry.TokenRenewalActivity).ShouldHaveSingleItem().GetTagItem(GlobusTelemetry.ErrorTypeAttribute).ShouldBe("Globus.Extensions.Tokens.MissingTokenException");
    }

    [Fact]
    public async Task A_login_that_fails_says_why()
    {
        await using var story = await StartAsync();
        story.BeforeLogin = static _ => throw new LoginFlowException("The person went away.");
        using var recorder = new TelemetryRecorder(story.Meters);

        await Should.ThrowAsync<LoginFlowException>(() => story.App.LoginAsync(cancellationToken: Cancellation));

        var span = recorder.Single(GlobusTelemetry.LoginActivity, GlobusTelemetry.LoginDuration);
        ShouldHaveTags(span, (GlobusTelemetry.ErrorTypeAttribute, "Globus.Extensions.OAuth.LoginFlowException"));
        span.Status.ShouldBe(ActivityStatusCode.Error);
    }

    [Fact]
    public async Task A_login_that_is_given_up_is_no_error()
    {
        await using var story = await StartAsync();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        story.BeforeLogin = async token =>
        {
            await ending.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        };
        using var recorder = new TelemetryRecorder(story.Meters);

        await Should.ThrowAsync<OperationCanceledException>(() => story.App.LoginAsync(cancellationToken: ending.Token));

        var span = recorder.Single(GlobusTelemetry.LoginActivity, GlobusTelemetry.LoginDuration);
        ShouldHaveTags(span, (GlobusTelemetry.ErrorTypeAttribute, "System.OperationCanceledException"));
        span.Status.ShouldBe(ActivityStatusCode.Unset);
    }

    [Fact]
    public async Task A_retry_is_counted_with_what_went_wrong()
    {
        await using var story = await StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        story.Emulator.AddFault(new EmulatorFault { Path = "/groups/*", Status = 503 });
        using var recorder = new TelemetryRecorder(story.Meters);

        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);

        var retry = recorder.MeasurementsOf(GlobusTelemetry.RequestRetries).ShouldHaveSingleItem();
        retry.Value.ShouldBe(1);
        retry.Tags.Count.ShouldBe(2);
        retry.Tags[GlobusTelemetry.ServerAddressAttribute].ShouldBe(story.Emulator.GroupsUrl.Host);
        retry.Tags[GlobusTelemetry.ErrorTypeAttribute].ShouldBe("503");
    }

    [Fact]
    public async Task A_wait_for_a_task_is_a_span_and_a_duration()
    {
        await using var story = await StartAsync();
        await story.App.LoginAsync(cancellationToken: Cancellation);
        using var recorder = new TelemetryRecorder(story.Meters);

        await DeleteAsync(story);

        ShouldHaveTags(recorder.Single(GlobusTelemetry.TaskWaitActivity, GlobusTelemetry.TaskWaitDuration), (GlobusTelemetry.TaskStatusAttribute, "SUCCEEDED"));
    }

    [Fact]
    public async Task Nothing_tells_who_it_was_or_holds_a_token()
    {
        await using var story = await StartAsync();
        using var recorder = new TelemetryRecorder(story.Meters);

        var task = await DeleteAsync(story);
        story.Emulator.RevokeAccessTokens();
        story.Emulator.AddFault(new EmulatorFault { Path = "/groups/*", Status = 503 });
        await story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation);
        story.Emulator.RevokeAccessTokens();
        story.Emulator.RevokeRefreshTokens();
        story.BeforeLogin = static _ => throw new LoginFlowException("Nobody is there.");
        await Should.ThrowAsync<LoginFlowException>(() => story.Groups.GetMyGroupsAsync(cancellationToken: Cancellation));

        var ada = story.Emulator.Seed.Users[0];
        var tokens = (await story.Storage.GetAllAsync(Cancellation)).Values;
        string?[] markers =
        [
            task.TaskId.Value, ada.Id.ToString(), ada.UserName, story.Emulator.Seed.Clients[0].Id.ToString(),
            .. tokens.Select(static token => token.AccessToken), .. tokens.Select(static token => token.RefreshToken),
        ];
        string[] told = [.. recorder.Spans.SelectMany(Texts), .. recorder.Measurements.SelectMany(static measurement => measurement.Tags).SelectMany(Texts)];
        recorder.Measurements.Select(static measurement => measurement.Instrument).Distinct().Count().ShouldBe(4);
        markers.ShouldAllBe(static marker => marker!.Length > 3);
        told.ShouldAllBe(text => !markers.Any(marker => text.Contains(marker!, StringComparison.OrdinalIgnoreCase)));
    }

    private static Task<AppStory> StartAsync(LoginRequiredBehavior? onLoginRequired = null) =>
        AppStory.StartAsync(options => (options.RequestRefreshTokens, options.OnLoginRequired) = (true, onLoginRequired));

    private static void ShouldHaveTags(Activity span, params (string Key, string Value)[] expected) =>
        span.Tags.ShouldBe(expected.Select(static tag => KeyValuePair.Create(tag.Key, (string?)tag.Value)), ignoreOrder: true);

    private static IEnumerable<string> Texts(Activity span) =>
        [span.OperationName, span.DisplayName, span.StatusDescription ?? string.Empty, .. span.TagObjects.SelectMany(Texts), .. span.Baggage.Select(static item => item.ToString())];

    private static IEnumerable<string> Texts(KeyValuePair<string, object?> tag) => [tag.Key, $"{tag.Value}"];

    private static async Task<TransferTask> DeleteAsync(AppStory story)
    {
        var submitted = await story.Transfer.SubmitDeleteAsync(new DeleteRequest { Endpoint = ManagedTransfer.First, Paths = ["/home/file3.txt"] }, Cancellation);
        return await story.Transfer.Tasks.WaitAsync(submitted.TaskId, new TaskWaitOptions { ShortestInterval = TimeSpan.FromMilliseconds(20) }, cancellationToken: Cancellation);
    }
}
