using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.OAuth.Internal;

/// <summary>A form to post. Not a record, whose text would show it.</summary>
internal sealed class OAuthRequest(string path, RequestReplay replay, IEnumerable<KeyValuePair<string, string>> fields)
{
    public string Path => path;

    public RequestReplay Replay => replay;

    public IEnumerable<KeyValuePair<string, string>> Fields => fields;

    public IEnumerable<KeyValuePair<string, string>> Query { get; init; } = [];
}
