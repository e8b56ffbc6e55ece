using System.Text.Encodings.Web;

namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>What all pages have in common. No script, nothing from elsewhere.</summary>
internal static class PageLayout
{
    public const string Style =
        """
        :root { color-scheme: light dark; --ground: #f3f5f8; --card: #fff; --text: #1b2430; --quiet: #51606f; --line: #c9d2dc; --accent: #1d5fa8; --on-accent: #fff; --alarm: #a3261b; }
        @media (prefers-color-scheme: dark) { :root { --ground: #11161c; --card: #1b222b; --text: #e8edf3; --quiet: #a7b4c2; --line: #3a4654; --accent: #7db4f0; --on-accent: #0d1a28; --alarm: #ff9a8f; } }
        * { box-sizing: border-box; }
        body { margin: 0; padding: 1rem; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
        main { width: 100%; max-width: 30rem; padding: 1.75rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
        h1 { margin: 0 0 .75rem; font-size: 1.4rem; line-height: 1.25; overflow-wrap: anywhere; }
        p { margin: .75rem 0; overflow-wrap: anywhere; }
        .quiet { color: var(--quiet); font-size: .875rem; }
        .alarm { color: var(--alarm); }
        label { display: block; margin: 1.25rem 0 .35rem; font-weight: 600; }
        input { width: 100%; padding: .65rem .75rem; font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--quiet); border-radius: .4rem; }
        .buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
        button { flex: 1 1 8rem; padding: .7rem 1rem; font: inherit; font-weight: 600; color: var(--text); background: none; border: 1px solid var(--quiet); border-radius: .4rem; cursor: pointer; }
        button.primary { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        ul { margin: .5rem 0; padding-left: 1.25rem; }
        li { margin: .5rem 0; }
        code, output { font-family: ui-monospace, monospace; font-size: .85rem; overflow-wrap: anywhere; }
        output { display: block; margin: 1rem 0; padding: .9rem; font-size: 1rem; background: var(--ground); border: 1px solid var(--line); border-radius: .4rem; user-select: all; }
        """;

    /// <summary>Escapes a text for an element or a quoted attribute. Every text of a request passes through here.</summary>
    public static string Escape(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    /// <summary>A page around content that is HTML already.</summary>
    public static string Render(string title, string content) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{Escape(title)} - Globus Emulator</title>
        <style>{Style}</style>
        </head>
        <body>
        <main>
        <h1>{Escape(title)}</h1>
        {content}
        <p class="quiet">Globus Emulator, a local stand-in for development and tests. No password is asked for.</p>
        </main>
        </body>
        </html>
        """;
}
