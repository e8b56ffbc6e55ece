namespace Globus.Extensions.Emulator.Internal.Transfer.JsonApi;

/// <summary>What is told of a collection that comes along.</summary>
internal sealed record JsonApiCollectionAttributes(string DisplayName, bool HighAssurance);
