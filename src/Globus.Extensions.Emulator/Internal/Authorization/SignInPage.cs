using Globus.Extensions.Emulator.Internal.Http;

namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>Asks who is there.</summary>
internal static class SignInPage
{
    public static string Render(string interaction, AuthorizeRequest request, string? userName, string? error = null)
    {
        var message = request.SessionMessage is { } text ? $"<p>{PageLayout.Escape(text)}</p>" : "";
        var alert = error is null ? "" : $"<p class=\"alarm\" id=\"error\" role=\"alert\">{PageLayout.Escape(error)}</p>";
        var describedBy = error is null ? "" : " aria-invalid=\"true\" aria-describedby=\"error\"";
        return PageLayout.Render(
            "Sign in",
            $"""
            <p><strong>{PageLayout.Escape(request.Client.Name)}</strong> wants you to sign in.</p>
            {message}
            {alert}
            <form method="post" action="{EmulatorPaths.SignIn}" autocomplete="off">
            <input type="hidden" name="interaction" value="{PageLayout.Escape(interaction)}">
            <label for="username">User name</label>
            <input type="text" id="username" name="username" value="{PageLayout.Escape(userName)}" required autofocus autocapitalize="none" spellcheck="false"{describedBy}>
            <div class="buttons"><button class="primary" type="submit">Continue</button></div>
            </form>
            """);
    }
}
