using System.Text;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;

namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>Asks who is there: by name, or by one press for the first of those who are known.</summary>
internal sealed class SignInPage(IdentityDirectory identities)
{
    private const int MaxSuggestions = 5;

    public string Render(string interaction, AuthorizeRequest request, string? userName = null, string? error = null)
    {
        var session = request.Session;
        var suggestions = identities.People.Where(session.AreMetBy).Take(MaxSuggestions).ToList();
        var alert = error is null ? "" : $"<p class=\"notice alarm\" id=\"error\" role=\"alert\">{PageLayout.Escape(error)}</p>";
        var describedBy = error is null ? "" : " aria-invalid=\"true\" aria-describedby=\"error\"";
        return PageLayout.Render(
            session.Afresh ? "Sign in again" : "Sign in",
            $"""
            <p><strong>{PageLayout.Escape(request.Client.Name)}</strong> wants you to sign in.</p>
            {RenderSession(session)}
            {alert}
            <form method="post" action="{EmulatorPaths.SignIn}" autocomplete="off">
            <input type="hidden" name="interaction" value="{PageLayout.Escape(interaction)}">
            <label for="username">User name</label>
            <input type="text" id="username" name="username" value="{PageLayout.Escape(userName ?? suggestions.FirstOrDefault()?.UserName)}" required autofocus autocapitalize="none" spellcheck="false"{describedBy}>
            <div class="buttons"><button class="primary" type="submit">Continue</button></div>
            </form>
            {RenderSuggestions(interaction, suggestions)}
            """,
            "Step 1 of 2",
            isError: error is not null);
    }

    private static string RenderSession(SessionRequirements session)
    {
        var html = new StringBuilder();
        if (session.Message is { } message)
        {
            html.Append("<p>").Append(PageLayout.Escape(message)).Append("</p>");
        }

        if (session.Identities.Count > 0)
        {
            html.Append("<p>Asked for: ").Append(PageLayout.Escape(string.Join(", ", session.Identities))).Append("</p>");
        }

        if (session.Domains.Count > 0)
        {
            html.Append("<p>A user name is asked for that ends in ")
                .Append(PageLayout.Escape(string.Join(" or ", session.Domains.Select(static domain => '@' + domain)))).Append("</p>");
        }

        if (session.Mfa)
        {
            html.Append("<p>A second factor is asked for. Here it is taken as given.</p>");
        }

        return html.Length == 0 ? "" : $"<div class=\"notice\">{html}</div>";
    }

    private static string RenderSuggestions(string interaction, List<Identity> suggestions)
    {
        if (suggestions.Count == 0)
        {
            return "";
        }

        var html = new StringBuilder();
        foreach (var person in suggestions)
        {
            html.Append("<li><button type=\"submit\" name=\"username\" value=\"").Append(PageLayout.Escape(person.UserName)).Append("\">")
                .Append(PersonName.Render(person)).Append("</button></li>");
        }

        return $"""
            <form method="post" action="{EmulatorPaths.SignIn}" aria-labelledby="suggestions">
            <input type="hidden" name="interaction" value="{PageLayout.Escape(interaction)}">
            <h2 id="suggestions">Or continue as</h2>
            <ul class="people">{html}</ul>
            </form>
            """;
    }
}
