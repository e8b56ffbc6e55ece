using System.Runtime.InteropServices;
using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Seeding;

namespace Globus.Extensions.Emulator.Internal.CommandLine;

/// <summary>The emulator as a program: starts, says where it is, and stops cleanly when told to.</summary>
internal static class EmulatorProgram
{
    private const int Success = 0;
    private const int Failure = 1;
    private const int WrongUsage = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        if (!EmulatorArguments.TryParse(args, out var arguments, out var error))
        {
            await errors.WriteLineAsync(error).ConfigureAwait(false);
            await errors.WriteLineAsync(EmulatorArguments.Usage).ConfigureAwait(false);
            return WrongUsage;
        }

        if (arguments.Help)
        {
            await output.WriteLineAsync(EmulatorArguments.Usage).ConfigureAwait(false);
            return Success;
        }

        try
        {
            await ServeAsync(arguments, output, errors).ConfigureAwait(false);
            return Success;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or SeedException)
        {
            await errors.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return Failure;
        }
    }

    private static async Task ServeAsync(EmulatorArguments arguments, TextWriter output, TextWriter errors)
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // Registered before the start is announced: a script may send the signal as soon as it has read the line.
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        var seed = arguments.SeedFile is { } file ? EmulatorSeed.Load(file) : null;
        var options = new GlobusEmulatorOptions
        {
            Port = arguments.Port,
            Seed = seed,
            Latency = arguments.Latency,
            Bandwidth = arguments.Bandwidth,
            StateFile = arguments.StateFile,
            DiscardState = arguments.Fresh,
            OnStateProblem = errors.WriteLine,
        };
        foreach (var collection in arguments.Collections)
        {
            options.Collections.Add(collection);
        }

        foreach (var fault in arguments.FaultFile is { } script ? EmulatorFault.Load(script) : [])
        {
            options.Faults.Add(fault);
        }

        var emulator = await GlobusEmulator.StartAsync(options).ConfigureAwait(false);
        await using (emulator.ConfigureAwait(false))
        {
            await output.WriteLineAsync(Describe(emulator, arguments.Json)).ConfigureAwait(false);
            await output.FlushAsync().ConfigureAwait(false);
            await stop.Task.ConfigureAwait(false);
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.TrySetResult();
        }
    }

    private static string Describe(GlobusEmulator emulator, bool json) => json
        ? JsonSerializer.Serialize(StartupReport.Of(emulator), EmulatorJsonContext.Default.StartupReport)
        : StartupText.Of(emulator);
}
