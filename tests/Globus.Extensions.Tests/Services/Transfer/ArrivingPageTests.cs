using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Globus.Extensions.Emulator;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Tests.Support;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>Pages are read while they arrive: what goes wrong on the way is mended as for any other GET, and never makes a list shorter.</summary>
public sealed class ArrivingPageTests
{
    private const string Page = """{"DATA":[{"label":"one"},{"label":"two"},{"label":"three"}],"total":3}""";

    private static readonly byte[] Half = Encoding.UTF8.GetBytes(Page[..(Page.Length / 2)]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_that_breaks_off_is_asked_for_again()
    {
        using var transfer = new ScriptedTransfer((index, _) => index == 0 ? Answer(new BrokenOff(Half)) : ScriptedTransfer.Json(Page));

        (await ListAsync(transfer, Cancellation)).ShouldBe(["one", "two", "three"]);

        transfer.Requests.Count.ShouldBe(2);
        transfer.PipelineLog.Events.ShouldHaveSingleItem().Message.ShouldContain("a connection failure (ResponseEnded)");
    }

    [Fact]
    public async Task A_page_that_breaks_off_after_its_last_brace_is_asked_for_again()
    {
        using var transfer = new ScriptedTransfer((index, _) => index == 0 ? Answer(new BrokenOff(Encoding.UTF8.GetBytes(Page))) : ScriptedTransfer.Json(Page));

        (await ListAsync(transfer, Cancellation)).ShouldBe(["one", "two", "three"]);

        transfer.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_page_that_always_breaks_off_is_a_connection_failure_in_the_end()
    {
        using var transfer = new ScriptedTransfer((_, _) => Answer(new BrokenOff(Half)));

        var exception = await Should.ThrowAsync<HttpRequestException>(() => ListAsync(transfer, Cancellation));

        exception.HttpRequestError.ShouldBe(HttpRequestError.ResponseEnded);
        transfer.Requests.Count.ShouldBe(1 + ResendRules.MaxRetries);
    }

    [Fact]
    public async Task A_page_that_stalls_is_asked_for_again_when_the_time_of_the_attempt_is_up()
    {
        var time = new ManualTimeProvider();
        var stalled = new Stalled(Half);
        using var transfer = new ScriptedTransfer((index, _) => index == 0 ? Answer(stalled) : ScriptedTransfer.Json(Page), pipelineClock: time);

        var listing = ListAsync(transfer, Cancellation);
        await stalled.Reached.WaitAsync(Cancellation);
        time.Advance(TimeSpan.FromMinutes(1));
        await time.AdvanceToNextTimerAsync(TimeSpan.FromSeconds(10), Cancellation);

        (await listing).ShouldBe(["one", "two", "three"]);
        transfer.PipelineLog.Events.ShouldHaveSingleItem().Message.ShouldContain("a timeout");
    }

    [Fact]
    public async Task A_page_that_stalls_until_the_total_time_is_up_is_a_timeout()
    {
        var time = new ManualTimeProvider();
        var stalled = new Stalled(Half);
        using var transfer = new ScriptedTransfer(
            (index, _) => index == 0 ? new HttpResponseMessage(HttpStatusCode.BadGateway) : Answer(stalled), pipelineClock: time, attemptTimeout: Timeout.InfiniteTimeSpan);

        var listing = ListAsync(transfer, Cancellation);
        await time.AdvanceToNextTimerAsync(TimeSpan.FromSeconds(10), Cancellation);
        await stalled.Reached.WaitAsync(Cancellation);
        time.Advance(TimeSpan.FromMinutes(5));

        (await Should.ThrowAsync<TimeoutException>(() => listing)).Message.ShouldContain("00:05:00");
        transfer.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_callers_cancellation_within_a_page_stays_a_cancellation()
    {
        var stalled = new Stalled(Half);
        using var transfer = new ScriptedTransfer((_, _) => Answer(stalled));
        using var cancellation = new CancellationTokenSource();

        var listing = ListAsync(transfer, cancellation.Token);
        await stalled.Reached.WaitAsync(Cancellation);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => listing);
        transfer.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"DATA":[{"label":"one"},{"label":2}],"total":2}""")]
    [InlineData("""{"DATA":[{"label":"one"}""")]
    [InlineData("""{"DATA":[],"total":0}}""")]
    [InlineData("""{"DATA":[{"label":"\ud800"}],"total":1}""")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_whole_page_that_cannot_be_read_is_an_error_of_transfer_and_not_asked_for_again(string json)
    {
        using var transfer = new ScriptedTransfer(json);

        var exception = await Should.ThrowAsync<TransferApiException>(() => ListAsync(transfer, Cancellation));

        exception.StatusCode.ShouldBe(HttpStatusCode.OK);
        exception.InnerException.ShouldBeOfType<JsonException>();
        exception.RawBody.ShouldBe(json);
        exception.IsBodyClipped.ShouldBeFalse();
    }

    [Fact]
    public async Task A_large_page_that_cannot_be_read_is_shown_by_its_beginning()
    {
        using var transfer = new ScriptedTransfer("<html>Sign in here" + new string(' ', 300_000));

        var exception = await Should.ThrowAsync<TransferApiException>(() => ListAsync(transfer, Cancellation));

        exception.RawBody.ShouldStartWith("<html>Sign in here");
        exception.IsBodyClipped.ShouldBeTrue();
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_and_breaks_off_is_asked_for_again()
    {
        using var transfer = new ScriptedTransfer((index, _) => index == 0 ? Answer(new BrokenOff("<html>"u8.ToArray())) : ScriptedTransfer.Json(Page));

        (await ListAsync(transfer, Cancellation)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_is_not_asked_for_again_after_a_failure_that_was_mended()
    {
        using var transfer = new ScriptedTransfer((index, _) => index == 0 ? new HttpResponseMessage(HttpStatusCode.BadGateway) : ScriptedTransfer.Json("<html>"));

        (await Should.ThrowAsync<TransferApiException>(() => ListAsync(transfer, Cancellation))).RawBody.ShouldBe("<html>");

        transfer.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_204_is_no_page()
    {
        using var transfer = new ScriptedTransfer(static (_, _) => new HttpResponseMessage(HttpStatusCode.NoContent));

        (await Should.ThrowAsync<TransferApiException>(() => ListAsync(transfer, Cancellation))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_page_without_end_is_not_read_without_end()
    {
        using var transfer = new ScriptedTransfer(static (_, _) => Answer(new Endless()));

        var exception = await Should.ThrowAsync<HttpRequestException>(() => ListAsync(transfer, Cancellation));

        exception.HttpRequestError.ShouldBe(HttpRequestError.ConfigurationLimitExceeded);
        transfer.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Pages_cut_on_a_real_connection_lose_no_entry()
    {
        await using var transfer = await ManagedTransfer.StartAsync();
        var whole = await transfer.Client.Files.ListAsync(ManagedTransfer.First, "/").Select(static file => file.Name).ToListAsync(Cancellation);
        transfer.Emulator.AddFault(new() { Path = "/transfer/v0.10/operation/endpoint", Connection = EmulatorConnectionFault.WithinAnswer });

        var names = await transfer.Client.Files.ListAsync(ManagedTransfer.First, "/").Select(static file => file.Name).ToListAsync(Cancellation);

        names.ShouldNotBeEmpty();
        names.ShouldBe(whole);
    }

    private static async Task<List<string?>> ListAsync(ScriptedTransfer transfer, CancellationToken cancellationToken) =>
        await transfer.Client.Tasks.ListAsync().Select(static task => task.Label).ToListAsync(cancellationToken);

    private static HttpResponseMessage Answer(Stream body) => new(HttpStatusCode.OK) { Content = new StreamContent(body) };

    /// <summary>A connection that dies after some bytes.</summary>
    private sealed class BrokenOff(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read
                ? read
                : throw new IOException("The connection broke.", new SocketException((int)SocketError.ConnectionReset));
    }

    /// <summary>A connection that says no more after some bytes.</summary>
    private sealed class Stalled(byte[] bytes) : MemoryStream(bytes)
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (await base.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                return read;
            }

            _reached.TrySetResult();
            return await new TaskCompletionSource<int>().Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Spaces, which JSON allows before a value.</summary>
    private sealed class Endless : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            return new ValueTask<int>(buffer.Length);
        }
    }
}
