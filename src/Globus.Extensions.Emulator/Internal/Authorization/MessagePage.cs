namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>Tells the person what is wrong where no redirect may tell the client.</summary>
internal static class MessagePage
{
    public static string Render(string title, AuthorizeRefusal refusal, string advice) => PageLayout.Render(
        title,
        $"""
        <p class="notice alarm" role="alert">{PageLayout.Escape(refusal.Description)}</p>
        <p>{PageLayout.Escape(advice)}</p>
        <p class="quiet">Error code: <code>{PageLayout.Escape(refusal.Error)}</code></p>
        """,
        isError: true);

    /// <summary>The person has said no: that is as it should be, and nothing to be alarmed at.</summary>
    public static string RenderDenied() => PageLayout.Render(
        "Access denied",
        """
        <p class="notice">You have not allowed the application to act for you, so there is no code to copy.</p>
        <p>You can close this page. To allow it after all, start again at the application.</p>
        """);
}
