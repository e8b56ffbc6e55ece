using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Globus.Extensions.BrowserTests.Driving;

/// <summary>A command of the sample that runs.</summary>
internal sealed class SampleRun : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SampleRun(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        _errors = ReadErrorsAsync(process.StandardError);
    }

    /// <summary>What stands on standard input from now on.</summary>
    public StreamWriter Input => _process.StandardInput;

    /// <summary>The address that it prints for the person.</summary>
    public Task<string> WaitForAddressAsync() => _address.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    /// <summary>Waits for its end.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> WaitAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await _output, await _errors);
    }

    /// <summary>Presses Ctrl-C.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string> ReadErrorsAsync(StreamReader errors)
    {
        var text = new StringBuilder();
        while (await errors.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            text.AppendLine(line);
            if (line.Trim() is var word && word.StartsWith("http", StringComparison.Ordinal))
            {
                _address.TrySetResult(word);
            }
        }

        _address.TrySetException(new InvalidOperationException($"No address was printed: {text}"));
        return text.ToString();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
