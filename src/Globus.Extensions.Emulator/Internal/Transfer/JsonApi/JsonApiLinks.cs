namespace Globus.Extensions.Emulator.Internal.Transfer.JsonApi;

/// <summary>Where the next page is.</summary>
internal sealed record JsonApiLinks(string Next);
