using System.Net.Http.Headers;
using Globus.Extensions.AuthorizationRequirements;

namespace Globus.Extensions.Http.Internal;

/// <summary>Turns an error response into its exception. Nothing that a server can send makes it throw.</summary>
internal static class ApiErrorParser
{
    /// <summary>Reads what is needed of the body, then creates the exception. The caller still owns the response.</summary>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public static async Task<GlobusApiException> FromResponseAsync(
        GlobusService service, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (body, complete) = await ApiErrorBodyReader.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        return Create(service, response, body.Span, bodyClipped: !complete);
    }

    /// <summary>Creates the exception for a response whose body was read already.</summary>
    /// <param name="service">Who answered; decides the type of the exception.</param>
    /// <param name="response">The response, with its request if that is known. Its content is not read.</param>
    /// <param name="body">The bytes of the body.</param>
    /// <param name="bodyClipped">Whether the body had more than <paramref name="body"/>.</param>
    public static GlobusApiException Create(
        GlobusService service, HttpResponseMessage response, ReadOnlySpan<byte> body, bool bodyClipped) =>
        ToException(service, Describe(service, response, body, bodyClipped));

    /// <summary>Creates the exception for a successful answer that could not be read; its content was buffered, and its stream is still open.</summary>
    public static async Task<GlobusApiException> FromUnreadableAsync(
        GlobusService service, HttpResponseMessage response, Exception cause, CancellationToken cancellationToken)
    {
        // The whole buffer, wherever the reader that failed left its stream.
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var isClipped = body.Length > ApiErrorBodyReader.Limit;
        return CreateUnreadable(service, response, isClipped ? body.AsSpan(0, ApiErrorBodyReader.Limit) : body, isClipped, cause);
    }

    /// <summary>Creates the exception for a successful answer that could not be read.</summary>
    /// <param name="service">Who answered; decides the type of the exception.</param>
    /// <param name="response">The response. Its content is not read.</param>
    /// <param name="body">The bytes of the body.</param>
    /// <param name="bodyClipped">Whether the body had more than <paramref name="body"/>.</param>
    /// <param name="cause">Why it could not be read.</param>
    public static GlobusApiException CreateUnreadable(
        GlobusService service, HttpResponseMessage response, ReadOnlySpan<byte> body, bool bodyClipped, Exception cause) =>
        ToException(service, Describe(service, response, body, bodyClipped) with { Cause = cause });

    /// <summary>Creates the exception of a service.</summary>
    public static GlobusApiException ToException(GlobusService service, ApiErrorDetails details) => service switch
    {
        GlobusService.Auth => new AuthApiException(details),
        GlobusService.Groups => new GroupsApiException(details),
        GlobusService.Transfer => new TransferApiException(details),
        _ => GlobusApiException.FromDetails(details),
    };

    private static ApiErrorDetails Describe(
        GlobusService service, HttpResponseMessage response, ReadOnlySpan<byte> bytes, bool bodyClipped)
    {
        var request = response.RequestMessage;
        var authorization = request?.Headers.Authorization;
        var scheme = KnownScheme(authorization?.Scheme);

        // A header of one word is all scheme to .NET, and all credential to whoever sent it.
        var redactor = new CredentialRedactor(authorization?.Parameter ?? (scheme is null ? authorization?.Scheme : null));
        var body = ApiErrorBody.Read(bytes, ContentType(response), bodyClipped, redactor);
        var document = ApiErrorDocument.Read(service, body.Json, body.MediaType);
        var requirements = body.Json is { } json ? GlobusAuthorizationRequirements.FindAll(json) : [];

        return new ApiErrorDetails
        {
            StatusCode = response.StatusCode,
            ReasonPhrase = string.IsNullOrEmpty(response.ReasonPhrase)
                ? ReasonPhrases.Of(response.StatusCode)
                : redactor.Redact(response.ReasonPhrase),
            Code = document.Code,
            Messages = document.Messages,
            RequestId = document.RequestId,
            Errors = document.Errors,
            OAuthError = document.OAuthError,
            OAuthErrorDescription = document.OAuthErrorDescription,
            RetryAfter = RetryAfter(response.Headers),
            AuthorizationRequirements = requirements.Count == 0 ? null : GlobusAuthorizationRequirements.FindFirst(body.Json!.Value),
            AllAuthorizationRequirements = requirements,
            RequiredScopes = document.RequiredScopes ?? AllScopes(requirements),
            RequestMethod = request?.Method,
            RequestUri = request?.RequestUri is { } uri ? new Uri(UrlText.WithoutQuery(uri), UriKind.RelativeOrAbsolute) : null,
            AuthorizationScheme = scheme,
            ContentType = body.ContentType,
            RawBody = body.Text,
            IsBodyClipped = body.IsClipped,
            RawJson = body.Json,
        };
    }

    private static List<string> AllScopes(IReadOnlyList<GlobusAuthorizationRequirements> requirements) =>
        [.. requirements.SelectMany(static one => one.AuthorizationParameters.RequiredScopes ?? []).Distinct(StringComparer.Ordinal)];

    // Unvalidated: a malformed header is dropped by the typed one, but its beginning may still tell JSON from other text.
    private static string? ContentType(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.FirstOrDefault() : null;

    // A date is compared with the date of the same response, not with a clock of ours that may be wrong.
    private static TimeSpan? RetryAfter(HttpResponseHeaders headers)
    {
        var wait = Internal.RetryAfter.Wait(headers, now: null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    // Anything else may be a credential that was sent without a scheme.
    private static string? KnownScheme(string? scheme) =>
        scheme?.ToLowerInvariant() is "bearer" or "basic" or "globus-goauthtoken" ? scheme : null;
}
