using System.Security.Cryptography;
using System.Text;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.OAuth;

/// <summary>
/// One authorization code flow (RFC 6749, section 4.1), from the URL that a person visits to the tokens. Immutable, so that one
/// login client runs any number of them at once.
/// </summary>
public sealed class AuthorizationFlow
{
    private readonly GlobusLoginClient _client;
    private readonly AuthorizationFlowState _state;

    internal AuthorizationFlow(GlobusLoginClient client, AuthorizationFlowState state)
    {
        _client = client;
        _state = state;
        AuthorizeUrl = new Uri(state.AuthorizeUrl, UriKind.Absolute);
    }

    /// <summary>Where the person logs in and consents, <c>GET /v2/oauth2/authorize</c> with everything asked for.</summary>
    public Uri AuthorizeUrl { get; }

    /// <summary>The value that the answer has to repeat.</summary>
    public string State => _state.State;

    /// <summary>Where the browser is sent with the answer, as it was given.</summary>
    public string RedirectUri => _state.RedirectUri;

    /// <summary>The scopes asked for.</summary>
    public IReadOnlyList<string> Scopes => _state.Scopes;

    /// <summary>Exchanges a code that the person read from a page, <c>POST /v2/oauth2/token</c>. White space around it does not matter.</summary>
    /// <param name="code">The authorization code.</param>
    /// <param name="cancellationToken">Cancels the exchange.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="ArgumentException">The code is empty.</exception>
    /// <exception cref="Http.AuthApiException">Globus Auth refused the code: it is wrong, too old or used already.</exception>
    public Task<OAuthTokenResponse> ExchangeCodeAsync(string code, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return _client.ExchangeCodeAsync(code.Trim(), _state, cancellationToken);
    }

    /// <summary>Exchanges the code in the URL to which the browser was redirected, after checking that it answers this very request.</summary>
    /// <param name="redirect">The whole redirect URL, query included.</param>
    /// <param name="cancellationToken">Cancels the exchange.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="AuthorizationResponseException">
    /// The answer is an error (a denied consent), its state or issuer (RFC 9207) is not the expected one, or it has no code.
    /// </exception>
    /// <exception cref="Http.AuthApiException">Globus Auth refused the code.</exception>
    public Task<OAuthTokenResponse> ExchangeRedirectAsync(Uri redirect, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(redirect);
        var answer = QueryText.Parse(QueryOf(redirect));

        // The state comes first: an answer that is not ours says nothing, not even that it failed.
        if (!answer.TryGetValue("state", out var state) || !IsSame(state, State))
        {
            throw new AuthorizationResponseException(
                "The answer does not carry the state of this login, so it belongs to another one or was forged. Start the login again.");
        }

        if (answer.TryGetValue("iss", out var issuer) && !IsOurIssuer(issuer))
        {
            throw new AuthorizationResponseException(
                $"The answer was issued by '{issuer}', not by {_client.AuthUrl}. Start the login again, and check the service URL of Auth.");
        }

        if (answer.TryGetValue("error", out var error))
        {
            answer.TryGetValue("error_description", out var description);
            throw new AuthorizationResponseException(
                error == "access_denied"
                    ? "The login was denied: the person did not consent to what the application asked for."
                    : $"Globus Auth refused the login with '{error}'{(description is null ? "." : ": " + description)}",
                error,
                description);
        }

        return answer.TryGetValue("code", out var code) && !string.IsNullOrWhiteSpace(code)
            ? ExchangeCodeAsync(code, cancellationToken)
            : throw new AuthorizationResponseException("The answer carries neither a code nor an error. Start the login again.");
    }

    /// <summary>What another replica needs to finish this flow: hand it to <see cref="GlobusLoginClient.ResumeFlow"/> there.</summary>
    /// <returns>The state, which holds the code verifier and so is a secret.</returns>
    public AuthorizationFlowState ToState() => _state;

    // A web framework may know the redirect only as path and query.
    private static string QueryOf(Uri redirect)
    {
        if (redirect.IsAbsoluteUri)
        {
            return redirect.Query;
        }

        var text = redirect.OriginalString.Split('#')[0];
        return text[(text.IndexOf('?', StringComparison.Ordinal) + 1)..];
    }

    private static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private bool IsOurIssuer(string issuer) =>
        string.Equals(issuer.TrimEnd('/'), _client.AuthUrl.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal);
}
