namespace Globus.Extensions.Http.Internal;

/// <summary>What a service client sends its requests through.</summary>
internal sealed record ServiceConnection(HttpClient HttpClient, RequestAuthorization Authorization, GlobusService Service);
