using Globus.Extensions.Emulator.Internal.CommandLine;

return await EmulatorProgram.RunAsync(args, Console.Out, Console.Error).ConfigureAwait(false);
