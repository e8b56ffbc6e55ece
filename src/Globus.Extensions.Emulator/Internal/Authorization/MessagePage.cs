namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>Tells the person what is wrong where no redirect may tell the client.</summary>
internal static class MessagePage
{
    public static string Render(string title, AuthorizeRefusal refusal) => PageLayout.Render(
        title,
        $"""
        <p role="alert">{PageLayout.Escape(refusal.Description)}</p>
        <p class="quiet">Error code: <code>{PageLayout.Escape(refusal.Error)}</code></p>
        """);
}
