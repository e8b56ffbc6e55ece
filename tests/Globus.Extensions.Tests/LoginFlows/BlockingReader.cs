using System.Collections.Concurrent;

namespace Globus.Extensions.Tests.LoginFlows;

/// <summary>A terminal at which nobody types until the test does; reading blocks, as it does at a console.</summary>
internal sealed class BlockingReader : TextReader
{
    private readonly BlockingCollection<string?> _lines = [];
    private readonly SemaphoreSlim _readers = new(0);

    public Task WaitForReaderAsync() => _readers.WaitAsync(TestContext.Current.CancellationToken);

    public void Type(string? line) => _lines.Add(line);

    public override string? ReadLine()
    {
        _readers.Release();
        return _lines.Take();
    }
}
