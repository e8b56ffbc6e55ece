using System.Text.Json;

namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>A single resource as the second version of the service sends it (JSON:API).</summary>
internal sealed record JsonApiDocument
{
    public JsonElement? Data { get; init; }

    public JsonElement? Included { get; init; }
}
