using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>Where the task is.</summary>
internal sealed record TaskLink(string Href)
{
    [JsonPropertyName("DATA_TYPE")]
    public string DataType { get; } = "link";

    public string Rel { get; } = "related";

    public string Resource { get; } = "task";

    public string Title { get; } = "related task";

    public static TaskLink To(Guid task) => new($"/v0.10/task/{task}?format=json");
}
