using System.Text.Json;

namespace Globus.Extensions.Http;

/// <summary>One of the errors that an error response lists, or the whole response where it lists none.</summary>
public sealed record GlobusApiError
{
    /// <summary>The error's <c>code</c>, if it has one.</summary>
    public string? Code { get; init; }

    /// <summary>The error's text: the first of <c>message</c>, <c>detail</c> and <c>title</c> that it has.</summary>
    public string? Message { get; init; }

    /// <summary>The id of this occurrence, if it has one; Globus support asks for it.</summary>
    public string? Id { get; init; }

    /// <summary>The error as the service sent it, without values that look like credentials.</summary>
    public JsonElement Raw { get; init; }
}
