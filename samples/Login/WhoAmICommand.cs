using System.CommandLine;
using Globus.Extensions;
using Microsoft.Extensions.Configuration;

namespace Login;

/// <summary><c>whoami</c>: asks Globus who is logged in.</summary>
internal static class WhoAmICommand
{
    public static Command Create()
    {
        var command = new Command("whoami", "Show who is logged in");
        command.SetAction((arguments, _) => Session.RunAsync(arguments, RunAsync));
        return command;
    }

    public static async Task RunAsync(Session session)
    {
        await Stored.ThrowIfNothingAsync(session);
        await LocalGlobus.CheckAsync(session.Get<IConfiguration>(), session.Stopping);
        var person = await session.Get<AuthClient>().GetUserInfoAsync(session.Stopping);
        Screen.ShowProperties(
            ("Name", person.Name),
            ("User name", person.PreferredUsername),
            ("Identity", person.Sub.Value),
            ("E-mail", person.Email),
            ("Organization", person.Organization),
            ("Provider", person.IdentityProviderDisplayName));
    }
}
