namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>The one line that all tasks share. Each piece takes it for as long as it needs, one after the other. Thread-safe.</summary>
internal sealed class Bandwidth(GlobusEmulatorOptions options)
{
    private const int MaxPiece = 64 * 1024;
    private const int PiecesPerSecond = 10;

    private readonly Lock _gate = new();
    private DateTimeOffset _free = DateTimeOffset.MinValue;

    public bool IsLimited => options.Bandwidth is not null;

    /// <summary>How many bytes to send at once, so that progress can be seen.</summary>
    public int Piece => (int)Math.Clamp((options.Bandwidth ?? MaxPiece) / PiecesPerSecond, 1, MaxPiece);

    /// <summary>Waits until that many bytes have gone through.</summary>
    public Task TakeAsync(int bytes, CancellationToken cancellationToken)
    {
        if (options.Bandwidth is not { } bytesPerSecond)
        {
            return Task.CompletedTask;
        }

        TimeSpan wait;
        lock (_gate)
        {
            var now = options.TimeProvider.GetUtcNow();
            _free = (_free > now ? _free : now) + TimeSpan.FromSeconds((double)bytes / bytesPerSecond);
            wait = _free - now;
        }

        return Task.Delay(wait, options.TimeProvider, cancellationToken);
    }
}
