using Globus.Extensions.Emulator.Internal.Transfer.JsonApi;

namespace Globus.Extensions.Emulator.Internal.Transfer.Streams;

/// <summary>Whose access point it is.</summary>
internal sealed record StreamAccessPointRelationships(JsonApiRelationship HostEndpoint);
