namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>Shows an authorization code to copy into a terminal. In the field, the keys that select everything select the code alone.</summary>
internal static class CodePage
{
    public static string Render(string code) => PageLayout.Render(
        "Your authorization code",
        $"""
        <p>Copy this code and paste it where the application asks for it.</p>
        <label for="code">Authorization code</label>
        <textarea id="code" rows="2" readonly autofocus spellcheck="false" aria-describedby="how">{PageLayout.Escape(code)}</textarea>
        <p class="quiet" id="how"><kbd>Ctrl</kbd> or <kbd>⌘</kbd> with <kbd>A</kbd> selects it, with <kbd>C</kbd> copies it. It works once and expires soon.</p>
        """);
}
