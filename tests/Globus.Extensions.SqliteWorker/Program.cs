using System.Globalization;
using Globus.Extensions.SqliteWorker;

// One process of a test: it begins when a line arrives on standard input, and says what happens line by line.
return args switch
{
    ["write", var path, var writer, var count] => await Writer.RunAsync(path, writer, int.Parse(count, CultureInfo.InvariantCulture)),
    ["renew", var path, var clientId, var authUrl, var groupsUrl] => await Renewer.RunAsync(path, clientId, authUrl, groupsUrl),
    _ => throw new InvalidOperationException($"Not understood: {string.Join(' ', args)}"),
};
