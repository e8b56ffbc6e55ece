using System.Text;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Scopes;

namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>Lists what the client asks for and lets the person decide, or go back and be somebody else.</summary>
internal static class ConsentPage
{
    public static string Render(string interaction, AuthorizeRequest request, Identity person, ScopeCatalogue catalogue)
    {
        var client = PageLayout.Escape(request.Client.Name);
        var grant = request.NamedGrant is { } name ? $"<p class=\"quiet\">The access will be labelled “{PageLayout.Escape(name)}”.</p>" : "";
        var offline = request.IsOffline ? $"<p class=\"notice\">{client} may keep this access while you are away.</p>" : "";
        return PageLayout.Render(
            "Allow access?",
            $"""
            <p><strong>{client}</strong> asks for access to your account.</p>
            <form method="post" action="{EmulatorPaths.Consent}">
            <input type="hidden" name="interaction" value="{PageLayout.Escape(interaction)}">
            <div class="person"><div>{PersonName.Render(person)}</div><button class="link" type="submit" name="action" value="switch">Not you?</button></div>
            <h2 id="scopes">It wants to</h2>
            {RenderScopes(request.Scopes.Select(catalogue.Expand), catalogue, " aria-labelledby=\"scopes\"")}
            {offline}
            {grant}
            <p class="quiet">{PageLayout.Escape(DescribeWayBack(new Uri(request.RedirectUri)))}</p>
            <div class="buttons">
            <button class="primary" type="submit" name="action" value="allow">Allow</button>
            <button type="submit" name="action" value="deny">Deny</button>
            </div>
            </form>
            """,
            "Step 2 of 2");
    }

    private static string DescribeWayBack(Uri redirect) => redirect switch
    {
        { AbsolutePath: EmulatorPaths.AuthCode } => "If you allow it, you get a code to copy into the application.",
        { Authority.Length: > 0 } => $"Whatever you choose, you are sent back to {redirect.GetLeftPart(UriPartial.Authority)}.",
        _ => $"Whatever you choose, you are sent back to the application that answers to {redirect.Scheme}.",
    };

    private static string RenderScopes(IEnumerable<RequestedScope> scopes, ScopeCatalogue catalogue, string attributes)
    {
        var html = new StringBuilder($"<ul class=\"scopes\"{attributes}>");
        foreach (var scope in scopes)
        {
            html.Append("<li>")
                .Append(PageLayout.Escape(catalogue.Find(scope.Name)?.Description))
                .Append(scope.IsOptional ? " <span class=\"tag\">optional</span>" : "")
                .Append("<code>").Append(PageLayout.Escape(scope.Name)).Append("</code>");
            if (scope.Dependents.Count > 0)
            {
                html.Append(RenderScopes(scope.Dependents, catalogue, " aria-label=\"and through it\""));
            }

            html.Append("</li>");
        }

        return html.Append("</ul>").ToString();
    }
}
