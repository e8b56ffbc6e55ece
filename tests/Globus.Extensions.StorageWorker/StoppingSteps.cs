using System.Diagnostics;
using Globus.Extensions.Tokens.Storage.Internal;

namespace Globus.Extensions.StorageWorker;

/// <summary>Ends the process with <c>kill -9</c> in front of a step; in front of a write, after half of it.</summary>
internal sealed class StoppingSteps(int lastStep) : FileSteps
{
    private int _step;

    public override void CreateDirectory(string path)
    {
        Step();
        base.CreateDirectory(path);
    }

    public override FileStream? TryOpenLock(string path)
    {
        Step();
        return base.TryOpenLock(path);
    }

    public override byte[]? Read(string path)
    {
        Step();
        return base.Read(path);
    }

    public override FileStream CreateTemporary(string path)
    {
        Step();
        return base.CreateTemporary(path);
    }

    public override async ValueTask WriteAsync(FileStream temporary, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var half = content.Length / 2;
        await base.WriteAsync(temporary, content[..half], cancellationToken);
        Step();
        await base.WriteAsync(temporary, content[half..], cancellationToken);
    }

    public override void Flush(FileStream temporary)
    {
        Step();
        base.Flush(temporary);
    }

    public override void Replace(string temporary, string path)
    {
        Step();
        base.Replace(temporary, path);
        Step();
    }

    public override void Delete(string path)
    {
        Step();
        base.Delete(path);
    }

    private void Step()
    {
        if (++_step == lastStep)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();

            // The signal may take a moment to arrive, and nothing may happen in it.
            using var never = new ManualResetEventSlim();
            never.Wait();
        }
    }
}
