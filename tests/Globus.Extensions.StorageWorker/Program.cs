using System.Globalization;
using Globus.Extensions.StorageWorker;

// One process of a test: what it is told by its arguments it does when a line arrives on standard input, and what happens it says line by line.
return args switch
{
    ["write", var storage, var path] => await Writer.RunAsync(storage, path),
    ["write-numbers", var storage, var path, var writer, var count] => await NumberWriter.RunAsync(storage, path, writer, int.Parse(count, CultureInfo.InvariantCulture)),
    ["stop", var storage, var path, var step] => await StoppingWriter.RunAsync(storage, path, int.Parse(step, CultureInfo.InvariantCulture)),
    ["hold", var storage, var path] => await Holder.RunAsync(storage, path),
    ["request", var storage, var path, var clientId, var auth, var groups] => await Requester.RunAsync(storage, path, clientId, auth, groups),
    _ => throw new InvalidOperationException($"Not understood: {string.Join(' ', args)}"),
};
