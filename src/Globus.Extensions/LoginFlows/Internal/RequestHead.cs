namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>The head of an HTTP request, as far as a redirect needs it; or the status with which it is refused.</summary>
internal sealed record RequestHead
{
    public string Method { get; init; } = "";

    public string Path { get; init; } = "";

    public string Query { get; init; } = "";

    public string? Host { get; init; }

    public int RefusedWith { get; init; }

    public static RequestHead Refuse(int status) => new() { RefusedWith = status };
}
