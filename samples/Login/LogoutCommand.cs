using System.CommandLine;
using Globus.Extensions;

namespace Login;

/// <summary><c>logout</c>: makes Globus refuse what is stored from now on, and removes it.</summary>
internal static class LogoutCommand
{
    public static Command Create()
    {
        var command = new Command("logout", "Revoke and remove what is stored");
        command.SetAction((arguments, _) => Session.RunAsync(arguments, RunAsync));
        return command;
    }

    public static async Task RunAsync(Session session)
    {
        await session.Get<IGlobusApp>().LogoutAsync(session.Stopping);
        Screen.Succeed("Logged out: nothing is stored any more");
    }
}
