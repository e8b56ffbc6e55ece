// Logs a person in to Globus and out again, and shows what is stored in between. Without a client id it works on a local Globus.
using System.CommandLine;
using Login;

var root = new RootCommand("Logs a person in to Globus and out again, and shows what is stored in between.")
{
    LoginCommand.Create(),
    WhoAmICommand.Create(),
    TokensCommand.Create(),
    LogoutCommand.Create(),
    DemoCommand.Create(),
};
CommonOptions.AddTo(root);

// The host owns Ctrl-C: it ends a login in order, also one that waits for a browser.
var parsed = root.Parse(args);
var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
return parsed.Errors.Count > 0 ? ExitCodes.WrongUsage : exitCode;
