using System.Net;
using System.Net.Http.Headers;
using Globus.Extensions.AuthorizationRequirements;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Http.Internal;

/// <summary>
/// Attaches the header that the request's stamp gives, renews it once on a 401, and logs in once where the answer asks for it
/// and the app allows it. It holds no app and no state: it is pooled, and serves every app made from the same registration.
/// </summary>
internal sealed class AuthorizationHandler(ILogger logger, TimeProvider timeProvider, RequestAuthorization? fixedAuthorization = null) : DelegatingHandler
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Requests to Globus are asynchronous only, since a token may have to be renewed. Use SendAsync.");

    // Not an async method: while a valid token is in hand, this adds no allocation to a request that completes at once.
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is not (null or IssuedHeader))
        {
            return base.SendAsync(request, cancellationToken);
        }

        if (!request.Options.TryGetValue(GlobusRequestOptions.Authorization, out var authorization))
        {
            authorization = fixedAuthorization ?? throw new InvalidOperationException(
                "The request does not say who authorizes it. Send it through the service client's SendAsync, or set its Authorization header.");
        }

        authorization.ThrowIfOutside(request.RequestUri);
        var getting = authorization.GetHeaderAsync(cancellationToken);
        if (!getting.IsCompletedSuccessfully)
        {
            return SendWhenAuthorizedAsync(request, authorization, getting, cancellationToken);
        }

        var header = getting.Result;
        request.Headers.Authorization = header;
        var sentAt = timeProvider.GetTimestamp();
        var sending = base.SendAsync(request, cancellationToken);
        return sending.IsCompletedSuccessfully && !MayBeMended(sending.Result.StatusCode)
            ? sending
            : MendAsync(request, authorization, header, sending, sentAt, cancellationToken);
    }

    private static bool MayBeMended(HttpStatusCode status) => status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    private async Task<HttpResponseMessage> SendWhenAuthorizedAsync(
        HttpRequestMessage request, RequestAuthorization authorization, ValueTask<AuthenticationHeaderValue?> getting, CancellationToken cancellationToken)
    {
        var header = await getting.ConfigureAwait(false);
        request.Headers.Authorization = header;
        var sentAt = timeProvider.GetTimestamp();
        return await MendAsync(request, authorization, header, base.SendAsync(request, cancellationToken), sentAt, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> MendAsync(
        HttpRequestMessage request,
        RequestAuthorization authorization,
        AuthenticationHeaderValue? header,
        Task<HttpResponseMessage> sending,
        long sentAt,
        CancellationToken cancellationToken)
    {
        var response = await sending.ConfigureAwait(false);
        if (header is null
            || !MayBeMended(response.StatusCode)
            || !ReplayableContent.CanReplay(request.Content)
            || !authorization.Covers(request.RequestUri)) // A handler below us may have followed a redirect.
        {
            return response;
        }

        try
        {
            // Renewals and logins are outside of the deadline: only the time on the wire is counted.
            var spent = timeProvider.GetElapsedTime(sentAt);
            var requirements = await FindRequirementsAsync(authorization, response, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.Unauthorized
                && await authorization.RenewAsync(header, mayLogIn: requirements is null, cancellationToken).ConfigureAwait(false) is { } renewed)
            {
                AuthorizationLog.SendingAgainAfterRenewal(logger, authorization.ResourceServer);
                sentAt = timeProvider.GetTimestamp();
                response = await SendAgainAsync(request, response, renewed, spent, cancellationToken).ConfigureAwait(false);
                spent += timeProvider.GetElapsedTime(sentAt);
                requirements = await FindRequirementsAsync(authorization, response, cancellationToken).ConfigureAwait(false);
            }

            if (requirements is not null
                && authorization.Covers(request.RequestUri)
                && await authorization.SatisfyAsync(requirements, sentAt, cancellationToken).ConfigureAwait(false) is { } satisfied)
            {
                AuthorizationLog.SendingAgainAfterLogin(logger, authorization.ResourceServer, requirements.Code);
                response = await SendAgainAsync(request, response, satisfied, spent, cancellationToken).ConfigureAwait(false);
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private Task<HttpResponseMessage> SendAgainAsync(
        HttpRequestMessage request, HttpResponseMessage dropped, AuthenticationHeaderValue header, TimeSpan spent, CancellationToken cancellationToken)
    {
        dropped.Dispose();
        request.Headers.Authorization = header;
        request.Options.Set(GlobusRequestOptions.TimeSpent, spent);
        return base.SendAsync(request, cancellationToken);
    }

    private static async ValueTask<GlobusAuthorizationRequirements?> FindRequirementsAsync(
        RequestAuthorization authorization, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!authorization.Source.RedrivesRequirements || !MayBeMended(response.StatusCode))
        {
            return null;
        }

        // Whoever gets the answer must be able to read it again.
        response.Content = await ErrorContent.ReadAsync(response.Content, cancellationToken, cancellationToken).ConfigureAwait(false);
        var error = await ApiErrorParser.FromResponseAsync(GlobusService.Other, response, cancellationToken).ConfigureAwait(false);
        return error.AuthorizationRequirements;
    }
}
