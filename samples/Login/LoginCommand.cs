using System.CommandLine;
using Globus.Extensions;
using Globus.Extensions.Apps;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.Services.Auth;
using Microsoft.Extensions.Configuration;

namespace Login;

/// <summary><c>login</c>: lets a person log in, unless what is stored serves already.</summary>
internal static class LoginCommand
{
    private static readonly Option<string[]> Scope = Many("--scope", "A scope that is needed besides those of the app; may be given several times", "scope");
    private static readonly Option<string[]> Flow = Many("--flow", "A login flow to try: auto, local-server, command-line; may be given several times", "name");
    private static readonly Option<string[]> Identity = Many("--identity", "An identity (id or user name) that has to log in", "identity");
    private static readonly Option<string[]> Domain = Many("--domain", "A domain; the person has to log in with an identity of one of those given", "domain");
    private static readonly Option<bool> Force = new("--force") { Description = "Log in although what is stored would serve" };
    private static readonly Option<bool> NoBrowser = new("--no-browser") { Description = "Show the address instead of opening a browser" };
    private static readonly Option<bool> Mfa = new("--mfa") { Description = "Ask for a second factor" };
    private static readonly Option<bool> Afresh = new("--afresh") { Description = "Ask for a fresh sign-in, whatever the browser remembers" };
    private static readonly Option<string> Message = new("--message") { Description = "What to tell the person on the page", HelpName = "text" };

    public static Command Create()
    {
        var command = new Command("login", "Log in, unless what is stored serves already")
        {
            Scope, Flow, Force, NoBrowser, Identity, Domain, Mfa, Afresh, Message,
        };
        command.SetAction((arguments, _) => Session.RunAsync(arguments, session => RunAsync(session, ReadOptions(arguments))));
        return command;
    }

    public static async Task RunAsync(Session session, LoginOptions options)
    {
        await LocalGlobus.CheckAsync(session.Get<IConfiguration>(), session.Stopping);
        await session.Get<IGlobusApp>().LoginAsync(options, session.Stopping);
        Screen.Succeed($"Logged in as {Identification.Of(await IdentifyAsync(session, options))}");
    }

    /// <summary>Asks Globus who it is. Where it refuses what was stored, the app knows that from then on, and the person is asked after all.</summary>
    private static async Task<UserInfo> IdentifyAsync(Session session, LoginOptions options)
    {
        var app = session.Get<IGlobusApp>();
        var auth = session.Get<AuthClient>();
        try
        {
            return await auth.GetUserInfoAsync(session.Stopping);
        }
        catch (GlobusException)
        {
            if (!await app.IsLoginRequiredAsync(session.Stopping))
            {
                throw;
            }
        }

        await app.LoginAsync(options, session.Stopping);
        return await auth.GetUserInfoAsync(session.Stopping);
    }

    private static LoginOptions ReadOptions(ParseResult arguments)
    {
        var parameters = new GlobusAuthorizationParameters
        {
            SessionRequiredIdentities = NullIfEmpty(arguments.GetValue(Identity)),
            SessionRequiredSingleDomain = NullIfEmpty(arguments.GetValue(Domain)),
            SessionRequiredMfa = arguments.GetValue(Mfa) ? true : null,
            SessionMessage = arguments.GetValue(Message),
            Prompt = arguments.GetValue(Afresh) ? "login" : null,
        };
        return new LoginOptions
        {
            Scopes = arguments.GetValue(Scope),
            Flows = arguments.GetValue(Flow),
            OpenBrowser = !arguments.GetValue(NoBrowser),
            Force = arguments.GetValue(Force),
            Parameters = parameters == new GlobusAuthorizationParameters() ? null : parameters,
        };
    }

    private static string[]? NullIfEmpty(string[]? values) => values is { Length: > 0 } ? values : null;

    private static Option<string[]> Many(string name, string description, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = static _ => [],
    };
}
