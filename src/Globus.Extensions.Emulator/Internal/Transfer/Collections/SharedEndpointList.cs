namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>A page of the guest collections of a host.</summary>
internal sealed record SharedEndpointList(IReadOnlyList<EndpointDocument> SharedEndpoints, string? NextToken);
