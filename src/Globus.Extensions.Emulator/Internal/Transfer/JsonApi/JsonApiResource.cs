namespace Globus.Extensions.Emulator.Internal.Transfer.JsonApi;

/// <summary>A resource of version 2 of the API.</summary>
internal sealed record JsonApiResource<TAttributes, TRelationships>(string Type, Guid Id, TAttributes Attributes, TRelationships Relationships);
