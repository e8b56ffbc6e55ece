namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>Shows an authorization code to copy into a terminal.</summary>
internal static class CodePage
{
    public static string Render(string code) => PageLayout.Render(
        "Authorization code",
        $"""
        <p>Copy this code and paste it where the application asks for it.</p>
        <output id="code" aria-label="Authorization code">{PageLayout.Escape(code)}</output>
        <p class="quiet">It works once and expires soon.</p>
        """);
}
