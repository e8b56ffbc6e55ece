using System.Net;
using System.Text.Json;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.Diagnostics.Internal;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Http;

/// <summary>
/// A Globus service answered with an error. The exceptions of the three services, such as <see cref="TransferApiException"/>,
/// are below it, so that a caller may catch one service or all.
/// </summary>
/// <remarks>
/// It holds what the response said, read from all forms of error documents that Globus services use, and never a credential:
/// the query of the request is dropped, and members of the body that are named like tokens or secrets are masked. A service
/// that cannot be reached or does not answer in time gives other exceptions, see <see cref="GlobusException"/>.
/// </remarks>
public class GlobusApiException : GlobusException
{
    /// <summary>Creates an exception by hand, for tests and stand-ins of the clients.</summary>
    /// <param name="statusCode">The status of the response.</param>
    /// <param name="code">The code that the service gave, if any.</param>
    /// <param name="apiMessage">The text that the service gave, if any.</param>
    public GlobusApiException(HttpStatusCode statusCode, string? code = null, string? apiMessage = null)
        : this(ApiErrorDetails.ByHand(statusCode, code, apiMessage))
    {
    }

    private protected GlobusApiException(ApiErrorDetails details)
        : base(ApiErrorText.Compose(details), details.Cause) => Details = details;

    /// <summary>The status of the response.</summary>
    public HttpStatusCode StatusCode => Details.StatusCode;

    internal override string ErrorType => StatusCode < HttpStatusCode.BadRequest ? base.ErrorType : ErrorTypes.Of(StatusCode); // A success may be unreadable.

    /// <summary>The reason phrase of the response, or the usual one of the status where the protocol has none (HTTP/2).</summary>
    public string? ReasonPhrase => Details.ReasonPhrase;

    /// <summary>
    /// The error code, for example <c>ClientError.NotFound</c>: that of the body, or the one on which all of <see cref="Errors"/>
    /// agree. <see langword="null"/> if there is none. OAuth's error stands in <see cref="OAuthError"/>.
    /// </summary>
    public string? Code => Details.Code;

    /// <summary>
    /// The texts of the response joined by <c>"; "</c>, or <see langword="null"/> if there are none. Unlike
    /// <see cref="Exception.Message"/> it is only what the service said.
    /// </summary>
    public string? ApiMessage => Details.Messages.Count == 0 ? null : string.Join("; ", Details.Messages);

    /// <summary>The texts of the response, in its order. Empty if there are none.</summary>
    public IReadOnlyList<string> Messages => Details.Messages;

    /// <summary>The id that the service gave the request, if it did; Globus support asks for it.</summary>
    public string? RequestId => Details.RequestId;

    /// <summary>The errors that the body lists, or the body as the only one where it lists none. Empty if the body is not a JSON object.</summary>
    public IReadOnlyList<GlobusApiError> Errors => Details.Errors;

    /// <summary>OAuth's <c>error</c> (RFC 6749, section 5.2), for example <c>invalid_grant</c>, if the body has it.</summary>
    public string? OAuthError => Details.OAuthError;

    /// <summary>OAuth's <c>error_description</c>, if the body has it.</summary>
    public string? OAuthErrorDescription => Details.OAuthErrorDescription;

    /// <summary>
    /// How long the service asks to wait, from the header <c>Retry-After</c>; a date there is measured by the server's own clock.
    /// <see langword="null"/> if it does not ask, never negative.
    /// </summary>
    public TimeSpan? RetryAfter => Details.RetryAfter;

    /// <summary>
    /// How to log in for the request to succeed, if the response says so: from the body itself, else from the first of
    /// <see cref="Errors"/> that does.
    /// </summary>
    public GlobusAuthorizationRequirements? AuthorizationRequirements => Details.AuthorizationRequirements;

    /// <summary>All requirements of the response: those of <see cref="Errors"/> in order, then that of the body itself.</summary>
    public IReadOnlyList<GlobusAuthorizationRequirements> AllAuthorizationRequirements => Details.AllAuthorizationRequirements;

    /// <summary>
    /// The scopes for which consent is missing: those that a consent error names at its root, else those of
    /// <see cref="AllAuthorizationRequirements"/> together. Empty if none are named.
    /// </summary>
    public IReadOnlyList<string> RequiredScopes => Details.RequiredScopes;

    /// <summary>The method of the request that failed, if known.</summary>
    public HttpMethod? RequestMethod => Details.RequestMethod;

    /// <summary>The address of the request that failed, without user information, query and fragment.</summary>
    public Uri? RequestUri => Details.RequestUri;

    /// <summary>
    /// The scheme of the request's <c>Authorization</c> header as it was sent, if it was <c>Bearer</c>, <c>Basic</c> or
    /// <c>Globus-Goauthtoken</c>. Never the credential.
    /// </summary>
    public string? AuthorizationScheme => Details.AuthorizationScheme;

    /// <summary>The <c>Content-Type</c> of the response with its parameters, if it had one.</summary>
    public string? ContentType => Details.ContentType;

    /// <summary>
    /// The body as text, at most 16384 characters and a mark after them if it was longer; values that look like credentials are
    /// masked. Empty if there was no body.
    /// </summary>
    public string RawBody => Details.RawBody;

    /// <summary>Whether <see cref="RawBody"/> is only the beginning: the body was too long, or broke off.</summary>
    public bool IsBodyClipped => Details.IsBodyClipped;

    /// <summary>
    /// The body as JSON, with credentials masked as in <see cref="RawBody"/>. <see langword="null"/> if its media type is not
    /// <c>application/json</c> or <c>application/…+json</c>, if it does not parse, and if it is the JSON null.
    /// </summary>
    public JsonElement? RawJson => Details.RawJson;

    private protected ApiErrorDetails Details { get; }

    internal static GlobusApiException FromDetails(ApiErrorDetails details) => new(details);
}
