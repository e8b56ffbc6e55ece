using System.Text;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Scopes;

namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>Lists what the client asks for and lets the person decide.</summary>
internal static class ConsentPage
{
    public static string Render(string interaction, AuthorizeRequest request, Identity person, ScopeCatalogue catalogue)
    {
        var grant = request.NamedGrant is { } name ? $"<p class=\"quiet\">Label: {PageLayout.Escape(name)}</p>" : "";
        var offline = request.IsOffline ? "<p>It may keep this access while you are away.</p>" : "";
        return PageLayout.Render(
            "Allow access?",
            $"""
            <p><strong>{PageLayout.Escape(request.Client.Name)}</strong> asks <strong>{PageLayout.Escape(person.UserName)}</strong> to allow it to:</p>
            {RenderScopes(request.Scopes.Select(catalogue.Expand), catalogue)}
            {offline}
            {grant}
            <form method="post" action="{EmulatorPaths.Consent}">
            <input type="hidden" name="interaction" value="{PageLayout.Escape(interaction)}">
            <div class="buttons">
            <button class="primary" type="submit" name="action" value="allow">Allow</button>
            <button type="submit" name="action" value="deny">Deny</button>
            </div>
            </form>
            """);
    }

    private static string RenderScopes(IEnumerable<RequestedScope> scopes, ScopeCatalogue catalogue)
    {
        var html = new StringBuilder("<ul>");
        foreach (var scope in scopes)
        {
            html.Append("<li>")
                .Append(PageLayout.Escape(catalogue.Find(scope.Name)?.Description))
                .Append(scope.IsOptional ? " (optional)" : "")
                .Append("<br><code>").Append(PageLayout.Escape(scope.Name)).Append("</code>");
            if (scope.Dependents.Count > 0)
            {
                html.Append(RenderScopes(scope.Dependents, catalogue));
            }

            html.Append("</li>");
        }

        return html.Append("</ul>").ToString();
    }
}
