using System.CommandLine;
using Globus.Extensions.Apps;
using Globus.Extensions.Emulator.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Login;

/// <summary><c>demo</c>: all the others one after another, on a local Globus that starts and ends with the command.</summary>
internal static class DemoCommand
{
    private static readonly Option<string> Flow = new("--flow")
    {
        Description = "How to log in: emulator needs nobody, auto opens the browser",
        HelpName = "name",
        DefaultValueFactory = static _ => EmulatorLoginFlow.Name,
    };

    public static Command Create()
    {
        var command = new Command("demo", "Run the commands above one after another, on a local Globus that lasts as long") { Flow };
        command.SetAction((arguments, _) => Session.RunAsync(
            arguments,
            builder => builder.AddGlobus(options => options.LoginFlows.Add(arguments.GetValue(Flow)!)).UseEmulator(),
            RunAsync));
        return command;
    }

    private static async Task RunAsync(Session session)
    {
        Screen.Tell("login");
        await LoginCommand.RunAsync(session, new LoginOptions());
        Screen.Tell("whoami");
        await WhoAmICommand.RunAsync(session);
        Screen.Tell("tokens");
        await TokensCommand.RunAsync(session);
        Screen.Tell("logout");
        await LogoutCommand.RunAsync(session);
    }
}
