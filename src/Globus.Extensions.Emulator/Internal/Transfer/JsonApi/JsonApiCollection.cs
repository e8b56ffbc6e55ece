namespace Globus.Extensions.Emulator.Internal.Transfer.JsonApi;

/// <summary>A collection that comes along with what leads to it.</summary>
internal sealed record JsonApiCollection(Guid Id, JsonApiCollectionAttributes Attributes)
{
    public string Type { get; } = "Collection";
}
