using System.Buffers;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Tests.Http;

public sealed class PooledContentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000)]
    [InlineData(3_000_000)]
    public async Task What_was_written_is_sent_any_number_of_times(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        using var content = new PooledContent();
        foreach (var part in bytes.Chunk(700))
        {
            content.Write(part);
        }

        content.Headers.ContentLength.ShouldBe(length);
        ReplayableContent.CanReplay(content).ShouldBeTrue();
        (await SendAsync(content)).ShouldBe(bytes);
        (await SendAsync(content)).ShouldBe(bytes);
    }

    [Fact]
    public async Task A_sending_under_way_keeps_the_arrays_until_it_ends()
    {
        var content = new PooledContent();
        content.Write(new byte[10_000]);
        var gate = new TaskCompletionSource();
        await using var network = new GatedStream(gate.Task);
        var sending = content.CopyToAsync(network, Cancellation);

        content.Dispose();
        var others = ArrayPool<byte>.Shared.Rent(16 * 1024);
        others.AsSpan().Fill(7);
        gate.SetResult();
        await sending;

        network.Sent.ToArray().ShouldAllBe(static one => one == 0);
        ArrayPool<byte>.Shared.Return(others);
    }

    [Fact]
    public async Task What_was_disposed_is_not_sent()
    {
        var content = new PooledContent();
        content.Write(new byte[10]);
        content.Dispose();
        content.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => SendAsync(content));
    }

    private static async Task<byte[]> SendAsync(PooledContent content)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Cancellation);
        return copy.ToArray();
    }

    private sealed class GatedStream(Task gate) : MemoryStream
    {
        public MemoryStream Sent { get; } = new();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await gate;
            await Sent.WriteAsync(buffer, cancellationToken);
        }
    }
}
