namespace Globus.Extensions.Emulator.Internal.Transfer.JsonApi;

/// <summary>Names another resource.</summary>
internal sealed record JsonApiReference(string Type, Guid Id);
