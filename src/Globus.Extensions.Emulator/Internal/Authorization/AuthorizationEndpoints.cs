using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.State;
using Globus.Extensions.Emulator.Internal.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>The pages: authorize, sign in, consent, and the one that shows a code.</summary>
internal sealed class AuthorizationEndpoints(
    AuthorizeValidator validator,
    AuthorizeAnswer answer,
    InteractionStore interactions,
    SignInPage signInPage,
    IdentityDirectory identities,
    ScopeCatalogue catalogue,
    StateChanges changes) : IEndpoints
{
    private const string Cookie = "globus_emulator_browser";
    private const string StartAgain = "Start again at the application. You can close this page.";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(EmulatorPaths.Authorize, AuthorizeAsync);
        routes.MapPost(EmulatorPaths.SignIn, SignInAsync);
        routes.MapPost(EmulatorPaths.Consent, ConsentAsync);
        routes.MapGet(EmulatorPaths.AuthCode, ShowCodeAsync);
    }

    private Task AuthorizeAsync(HttpContext context)
    {
        if (validator.TryValidate(new RequestParameters(context.Request.Query), out var request, out var refusal))
        {
            var id = interactions.Begin(request, EnsureBrowser(context));
            return PageWriter.WriteAsync(context, StatusCodes.Status200OK, signInPage.Render(id, request));
        }

        return refusal.RedirectUri is null
            ? RefuseAsync(context, "This request cannot be served", refusal, "The application that sent you here has made a mistake. You can close this page.")
            : RedirectAsync(context, answer.Refuse(refusal.RedirectUri, refusal.State, refusal.Error, refusal.Description));
    }

    private async Task SignInAsync(HttpContext context)
    {
        var form = await ReadFormAsync(context).ConfigureAwait(false);
        if (!interactions.TryTake(form?["interaction"], context.Request.Cookies[Cookie], out var interaction))
        {
            await RefuseFormAsync(context).ConfigureAwait(false);
            return;
        }

        var userName = form?["username"]?.Trim() ?? "";
        var person = identities.FindPerson(userName);
        if (person is null || !interaction.Request.Session.AreMetBy(person))
        {
            var error = person is null ? "Nobody with this user name is known here." : "The application asks for somebody else.";
            await AskWhoAsync(context, interaction, userName, error).ConfigureAwait(false);
            return;
        }

        var id = interactions.Continue(interaction with { Person = person });
        await PageWriter.WriteAsync(
            context, StatusCodes.Status200OK, ConsentPage.Render(id, interaction.Request, person, catalogue), interaction.Request.RedirectUri)
            .ConfigureAwait(false);
    }

    private async Task ConsentAsync(HttpContext context)
    {
        var form = await ReadFormAsync(context).ConfigureAwait(false);
        var action = form?["action"];
        if (action is not ("allow" or "deny" or "switch")
            || !interactions.TryTake(form?["interaction"], context.Request.Cookies[Cookie], out var interaction)
            || interaction.Person is not { } person)
        {
            await RefuseFormAsync(context).ConfigureAwait(false);
            return;
        }

        if (action == "switch")
        {
            await AskWhoAsync(context, interaction with { Person = null }).ConfigureAwait(false);
            return;
        }

        var location = action == "allow" ? changes.Make(() => answer.Allow(interaction.Request, person)) : answer.Deny(interaction.Request);
        await RedirectAsync(context, location).ConfigureAwait(false);
    }

    private static Task ShowCodeAsync(HttpContext context)
    {
        var query = new RequestParameters(context.Request.Query);
        if (query["code"] is { } code)
        {
            return PageWriter.WriteAsync(context, StatusCodes.Status200OK, CodePage.Render(code));
        }

        if (query["error"] == "access_denied")
        {
            return PageWriter.WriteAsync(context, StatusCodes.Status200OK, MessagePage.RenderDenied());
        }

        var refusal = new AuthorizeRefusal(query["error"] ?? "invalid_request", query["error_description"] ?? "There is no code to show.");
        return RefuseAsync(context, "There is no code", refusal, StartAgain);
    }

    /// <summary>Browsers say where a form comes from; one of another origin is not even looked at.</summary>
    private static async Task<RequestParameters?> ReadFormAsync(HttpContext context) =>
        context.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
            ? await FormReader.ReadAsync(context).ConfigureAwait(false)
            : null;

    private Task AskWhoAsync(HttpContext context, Interaction interaction, string? userName = null, string? error = null) => PageWriter.WriteAsync(
        context, StatusCodes.Status200OK, signInPage.Render(interactions.Continue(interaction), interaction.Request, userName, error));

    private static Task RefuseFormAsync(HttpContext context) => RefuseAsync(
        context,
        "This page is no longer valid",
        new AuthorizeRefusal("invalid_request", "It was used before, has expired, or belongs to another browser."),
        StartAgain);

    private static Task RefuseAsync(HttpContext context, string title, AuthorizeRefusal refusal, string advice) =>
        PageWriter.WriteAsync(context, StatusCodes.Status400BadRequest, MessagePage.Render(title, refusal, advice));

    private static Task RedirectAsync(HttpContext context, string location)
    {
        PageWriter.SetHeaders(context.Response);
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    [SuppressMessage("Security", "S2092", Justification = "A secure cookie would never come back: the emulator speaks plain http on loopback.")]
    private string EnsureBrowser(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { } known && interactions.IsKnownBrowser(known))
        {
            return known;
        }

        var browser = TokenText.Create();
        context.Response.Cookies.Append(
            Cookie,
            browser,
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = EmulatorPaths.Auth, IsEssential = true });
        return browser;
    }
}
