using System.Text.Json;

namespace Globus.Extensions.Http.Internal;

/// <summary>
/// What the body of an error says. Globus services use three formats: JSON:API, "type zero" (<c>code</c>, <c>message</c> and
/// <c>request_id</c> at the root), and a rest that is none of both and is read by likely names.
/// </summary>
internal sealed record ApiErrorDocument
{
    private const string JsonApiMediaType = "application/vnd.api+json";
    private static readonly string[] JsonApiTexts = ["detail", "title"];
    private static readonly string[] CommonTexts = ["message", "detail", "title"];

    public string? Code { get; private init; }

    public IReadOnlyList<string> Messages { get; private init; } = [];

    public string? RequestId { get; private init; }

    public IReadOnlyList<GlobusApiError> Errors { get; private init; } = [];

    public string? OAuthError { get; private init; }

    public string? OAuthErrorDescription { get; private init; }

    /// <summary>The scopes of a consent error at the root; null if it is none.</summary>
    public IReadOnlyList<string>? RequiredScopes { get; private init; }

    public static ApiErrorDocument Read(GlobusService service, JsonElement? json, string? mediaType)
    {
        if (json is not { ValueKind: JsonValueKind.Object } root)
        {
            return new ApiErrorDocument();
        }

        var document = ReadFormat(root, string.Equals(mediaType, JsonApiMediaType, StringComparison.OrdinalIgnoreCase));
        return document with
        {
            // Auth gives no request id; the id of its error, when there is but one, serves as such.
            RequestId = (service == GlobusService.Auth ? Only(document.Errors.Select(static error => error.Id)) : null) ?? document.RequestId,
            RequiredScopes = ReadRequiredScopes(root),
            OAuthError = Text(root, "error"),
            OAuthErrorDescription = Text(root, "error_description"),
        };
    }

    private static ApiErrorDocument ReadFormat(JsonElement root, bool isJsonApi)
    {
        var listed = ListedErrors(root);
        if (isJsonApi && listed is { Count: > 0 })
        {
            var entries = listed.ConvertAll(static error => ReadError(error, JsonApiTexts));
            return new ApiErrorDocument { Code = CommonCode(entries), Messages = Texts(entries), Errors = entries };
        }

        var errors = (listed ?? [root]).ConvertAll(static error => ReadError(error, CommonTexts));
        var code = Text(root, "code");
        if (!isJsonApi && code is not null && Text(root, "message") is { } message && HasUsableRequestId(root))
        {
            return new ApiErrorDocument { Code = code, Messages = [message], RequestId = Text(root, "request_id"), Errors = errors };
        }

        // An empty list of errors leaves the root to speak for itself.
        return new ApiErrorDocument
        {
            Code = code ?? CommonCode(errors),
            Messages = Texts(errors.Count > 0 ? errors : [ReadError(root, CommonTexts)]),
            Errors = errors,
        };
    }

    private static GlobusApiError ReadError(JsonElement error, string[] textNames) => new()
    {
        Code = Text(error, "code"),
        Message = textNames.Select(name => Text(error, name)).FirstOrDefault(static text => text is not null),
        Id = Text(error, "id"),
        Raw = error,
    };

    private static List<JsonElement>? ListedErrors(JsonElement root)
    {
        if (!root.TryGetProperty("errors", out var errors) || errors.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var list = errors.EnumerateArray().ToList();
        return list.TrueForAll(static error => error.ValueKind == JsonValueKind.Object) ? list : null;
    }

    private static string? CommonCode(List<GlobusApiError> errors) => Only(errors.Select(static error => error.Code));

    private static List<string> Texts(List<GlobusApiError> errors) => errors.Select(static error => error.Message).OfType<string>().ToList();

    private static bool HasUsableRequestId(JsonElement root) =>
        !root.TryGetProperty("request_id", out var id) || id.ValueKind == JsonValueKind.String;

    private static List<string>? ReadRequiredScopes(JsonElement root)
    {
        if (Text(root, "code") is not "ConsentRequired")
        {
            return null;
        }

        if (root.TryGetProperty("required_scopes", out var scopes) && scopes.ValueKind == JsonValueKind.Array)
        {
            var list = scopes.EnumerateArray().ToList();
            if (list.Count > 0 && list.TrueForAll(static scope => scope.ValueKind == JsonValueKind.String))
            {
                return list.ConvertAll(static scope => scope.GetString()!);
            }
        }

        return Text(root, "required_scope") is { } single ? [single] : null;
    }

    private static string? Only(IEnumerable<string?> values)
    {
        var distinct = values.OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToList();
        return distinct.Count == 1 ? distinct[0] : null;
    }

    // A masked value says nothing.
    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member)
        && member.ValueKind == JsonValueKind.String
        && member.GetString() is var text and not CredentialRedactor.Mask
            ? text
            : null;
}
