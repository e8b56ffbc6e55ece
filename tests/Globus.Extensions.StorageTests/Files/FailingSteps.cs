using Globus.Extensions.Tokens.Storage.Internal;

namespace Globus.Extensions.StorageTests.Files;

/// <summary>Fails at one step, as a full disk or a lost network drive does; in a write, after half of it.</summary>
internal sealed class FailingSteps(int failingStep) : FileSteps
{
    private int _step;

    /// <summary>The step that failed; <see langword="null"/> if there were not that many.</summary>
    public string? Failed { get; private set; }

    public override void CreateDirectory(string path)
    {
        Step(nameof(CreateDirectory));
        base.CreateDirectory(path);
    }

    public override FileStream? TryOpenLock(string path)
    {
        Step(nameof(TryOpenLock));
        return base.TryOpenLock(path);
    }

    public override byte[]? Read(string path)
    {
        Step(nameof(Read));
        return base.Read(path);
    }

    public override FileStream CreateTemporary(string path)
    {
        Step(nameof(CreateTemporary));
        return base.CreateTemporary(path);
    }

    public override async ValueTask WriteAsync(FileStream temporary, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var half = content.Length / 2;
        await base.WriteAsync(temporary, content[..half], cancellationToken);
        Step(nameof(WriteAsync));
        await base.WriteAsync(temporary, content[half..], cancellationToken);
    }

    public override void Flush(FileStream temporary)
    {
        Step(nameof(Flush));
        base.Flush(temporary);
    }

    public override void Replace(string temporary, string path)
    {
        Step(nameof(Replace));
        base.Replace(temporary, path);
    }

    private void Step(string name)
    {
        if (++_step == failingStep)
        {
            Failed = name;
            throw new IOException("No space left on device");
        }
    }
}
