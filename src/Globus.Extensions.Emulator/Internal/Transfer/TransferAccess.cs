using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.State;
using Globus.Extensions.Emulator.Internal.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Globus.Extensions.Emulator.Internal.Transfer;

/// <summary>Lets calls through to the Transfer service: 401 without a good token, 403 without the scope.</summary>
internal sealed class TransferAccess(TokenStore tokens, IdentityDirectory identities, StateChanges changes)
{
    public RequestDelegate Route(Func<TransferCall, RequestDelegate> handler) => context =>
        !TryEnter(context, out var call, out var refusal) ? refusal(context)
        : HttpMethods.IsGet(context.Request.Method) ? handler(call)(context)
        : changes.Make(() => handler(call))(context);

    /// <summary>A route that takes a JSON object, larger than other bodies if <paramref name="maxBodySize"/> says so.</summary>
    public RequestDelegate Route(Func<TransferCall, JsonElement, RequestDelegate> handler, long? maxBodySize = null) =>
        RouteBody((call, body) => changes.Make(() => handler(call, body)), maxBodySize);

    /// <summary>A route that takes a JSON object of a few fields.</summary>
    public RequestDelegate Route(Func<TransferCall, Fields, RequestDelegate> handler) =>
        Route((call, body) => handler(call, new Fields(body, "body")));

    /// <summary>
    /// A route that takes a JSON object of a few fields and changes files only. That may take its time and is no step of what is kept: else
    /// whoever wants to save would wait for it, and everybody for that.
    /// </summary>
    public RequestDelegate RouteToFiles(Func<TransferCall, Fields, RequestDelegate> handler) =>
        RouteBody((call, body) => handler(call, new Fields(body, "body")));

    private RequestDelegate RouteBody(Func<TransferCall, JsonElement, RequestDelegate> handler, long? maxBodySize = null) => async context =>
    {
        if (!TryEnter(context, out var call, out var answer))
        {
            await answer(context).ConfigureAwait(false);
            return;
        }

        if (maxBodySize is not null && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = maxBodySize;
        }

        using var document = await JsonBody.ReadAsync(context).ConfigureAwait(false);
        answer = document?.RootElement.ValueKind == JsonValueKind.Object
            ? handler(call, document.RootElement)
            : TransferAnswers.BadRequest("The body is not a JSON object in Unicode.");
        await answer(context).ConfigureAwait(false);
    };

    private bool TryEnter(HttpContext context, [NotNullWhen(true)] out TransferCall? call, [NotNullWhen(false)] out RequestDelegate? refusal)
    {
        var isKnown = tokens.TryAuthenticate(context, ResourceServers.Transfer, out var token);
        call = isKnown && token!.HasScope(ScopeNames.TransferAll) && identities.Find(token.Grant.IdentityId) is { } caller
            ? new TransferCall(context, caller, token.Grant.ClientId)
            : null;
        refusal = call is not null ? null : isKnown ? TransferErrors.ForbiddenAsync : TransferErrors.UnauthorizedAsync;
        return call is not null;
    }
}
