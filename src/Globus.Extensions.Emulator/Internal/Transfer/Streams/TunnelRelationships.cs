using Globus.Extensions.Emulator.Internal.Transfer.JsonApi;

namespace Globus.Extensions.Emulator.Internal.Transfer.Streams;

/// <summary>Whose tunnel it is and what it connects.</summary>
internal sealed record TunnelRelationships(JsonApiRelationship Initiator, JsonApiRelationship Listener, JsonApiRelationship Owner);
