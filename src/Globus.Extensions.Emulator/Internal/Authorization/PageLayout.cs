using System.Text.Encodings.Web;

namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>What all pages have in common. No script, nothing from elsewhere.</summary>
internal static class PageLayout
{
    /// <summary>Escapes a text for an element or a quoted attribute. Every text of a request passes through here.</summary>
    public static string Escape(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    /// <summary>A page around content that is HTML already.</summary>
    /// <param name="title">The title of the page, and its heading.</param>
    /// <param name="content">What stands below the heading.</param>
    /// <param name="step">How far the person has come, if there is a way to go.</param>
    /// <param name="isError">Whether the person has to mend something: said first, since the title is what a screen reader begins with.</param>
    public static string Render(string title, string content, string? step = null, bool isError = false) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex">
        <title>{(isError ? "Error: " : "")}{Escape(title)} - Globus Emulator</title>
        <style>{PageStyle.Css}</style>
        </head>
        <body>
        <header>
        <svg width="28" height="28" viewBox="0 0 28 28" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><circle cx="14" cy="14" r="11"/><ellipse cx="14" cy="14" rx="4.5" ry="11"/><path d="M4 10h20M4 18h20"/></svg>
        <span>Globus Emulator</span>
        {(step is null ? "" : $"<span class=\"step\">{Escape(step)}</span>")}
        </header>
        <main>
        <h1>{Escape(title)}</h1>
        {content}
        </main>
        <footer><p>A local stand-in for Globus, for development and tests. No password is asked for.</p></footer>
        </body>
        </html>
        """;
}
