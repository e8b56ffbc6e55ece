namespace Globus.Extensions.OAuth.Internal;

/// <summary>What a login client works with. The HttpClient is the one without authorization.</summary>
internal sealed record LoginClientContext(
    HttpClient HttpClient, Uri AuthUrl, string ClientId, bool UsePkceForConfidentialClients, TimeProvider TimeProvider);
