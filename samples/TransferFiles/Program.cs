// Copies a folder from one collection to another and shows how it gets on. Without any setting it works on a local Globus of its own.
using System.CommandLine;
using TransferFiles;

// The host owns Ctrl-C: it ends the watching in order, not the task.
var parsed = Arguments.CreateCommand(TransferCommand.RunAsync).Parse(args);
var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
return parsed.Errors.Count > 0 ? ExitCodes.WrongUsage : exitCode;
