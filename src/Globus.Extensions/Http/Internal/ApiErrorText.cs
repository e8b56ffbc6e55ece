using System.Globalization;
using System.Net;
using System.Text;

namespace Globus.Extensions.Http.Internal;

/// <summary>The text of an API exception: what was asked, what was answered, and for 401 and 403 what to do.</summary>
internal static class ApiErrorText
{
    // A service may answer with pages of text; the exception's text is one line of a log. All of it stands in Messages.
    private const int LongestPart = 1024;

    public static string Compose(ApiErrorDetails details)
    {
        var text = new StringBuilder();
        if (details.Cause is { } cause)
        {
            // A proxy's page, an address that is another service's, or a service that has changed.
            return text.Append(details.RequestMethod?.Method).Append(' ').Append(details.RequestUri?.OriginalString)
                .Append(CultureInfo.InvariantCulture, $" was answered with status {(int)details.StatusCode}, but not with the JSON that was expected (")
                .Append(OneLine(Clip.At(cause.Message, LongestPart)))
                .Append("). Check that the service URL is right; the answer's beginning stands in RawBody.")
                .ToString();
        }

        if (details.RequestMethod is { } method)
        {
            text.Append(method.Method).Append(' ').Append(details.RequestUri?.OriginalString ?? "(unknown address)").Append(" failed with ");
        }
        else
        {
            text.Append("The request failed with ");
        }

        text.Append("status ").Append(((int)details.StatusCode).ToString(CultureInfo.InvariantCulture));
        if (!string.IsNullOrEmpty(details.ReasonPhrase))
        {
            text.Append(' ');
            AppendPart(text, details.ReasonPhrase);
        }

        if ((details.Code ?? details.OAuthError) is { Length: > 0 } code)
        {
            text.Append(", code ");
            AppendPart(text, code);
        }

        var message = string.Join("; ", details.Messages);
        if ((message.Length > 0 ? message : details.OAuthErrorDescription) is { Length: > 0 } said)
        {
            text.Append(": ");
            AppendPart(text, said);
        }

        EndSentence(text);
        if (details.RequestId is { Length: > 0 } requestId)
        {
            text.Append(" Request id: ");
            AppendPart(text, requestId);
            text.Append('.');
        }

        if (details.AuthorizationScheme is { } scheme)
        {
            text.Append(" Authorization scheme: ").Append(scheme).Append('.');
        }

        if (Hint(details) is { } hint)
        {
            text.Append(' ').Append(hint);
        }

        return text.ToString();
    }

    private static string? Hint(ApiErrorDetails details)
    {
        if (details.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
        {
            return details.OAuthError is "invalid_grant"
                ? "The code or refresh token is used up, revoked or of another client: log in again."
                : null;
        }

        if (details.RequiredScopes.Count > 0)
        {
            return $"Consent is missing: log in again with {Scopes(details.RequiredScopes)}.";
        }

        if (details.AuthorizationRequirements is not null)
        {
            return "The service asks for another login: log in again with the parameters in AuthorizationRequirements.";
        }

        return details switch
        {
            { OAuthError: "invalid_client" } => "Check the client id and the client secret, and that both belong to this environment.",
            { OAuthError: "invalid_grant" } => "The code or refresh token is used up, revoked or of another client: log in again.",
            { StatusCode: HttpStatusCode.Forbidden } => "The identity may lack the permission, or its token a scope: check both, then log in again.",
            { AuthorizationScheme: null } => "No usable credential was sent: send the request through an app or an authorizer.",
            _ => "The credential was rejected: log in again, and check that it belongs to this service and environment.",
        };
    }

    private static string Scopes(IReadOnlyList<string> scopes)
    {
        var list = string.Join(", ", scopes);
        return list.Length <= LongestPart
            ? $"the scope{(scopes.Count == 1 ? "" : "s")} {OneLine(list)}"
            : "the scopes in RequiredScopes";
    }

    private static void AppendPart(StringBuilder text, string part)
    {
        text.Append(OneLine(Clip.At(part, LongestPart)));
        if (part.Length > LongestPart)
        {
            text.Append('…');
        }
    }

    private static void EndSentence(StringBuilder text)
    {
        if (text[^1] is not ('.' or '!' or '?' or '…'))
        {
            text.Append('.');
        }
    }

    // What a server says must not be able to forge a line of a log.
    private static string OneLine(string part) =>
        part.Any(char.IsControl)
            ? string.Create(part.Length, part, static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = char.IsControl(source[i]) ? ' ' : source[i];
                }
            })
            : part;
}
