using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Http;

/// <summary>
/// What the clients of all Globus services have in common: any route of the service, through the whole pipeline of authorization,
/// retries and typed errors. Thread-safe, cheap to create, and not to be disposed.
/// </summary>
public abstract class GlobusServiceClient
{
    private readonly ServiceConnection? _connection;

    /// <summary>For substitutes in tests; the members of such an instance must be overridden.</summary>
    protected GlobusServiceClient()
    {
    }

    private protected GlobusServiceClient(ServiceConnection connection) => _connection = connection;

    /// <summary>The base URL of the service, with its final slash. Tokens go nowhere else.</summary>
    public virtual Uri BaseUrl => Connection.Authorization.BaseUrl;

    /// <summary>The resource server whose tokens the client uses.</summary>
    public virtual string ResourceServer => Connection.Authorization.ResourceServer;

    private protected ServiceConnection Connection => _connection ?? throw new InvalidOperationException(
        "This client was made by its parameterless constructor, which is for substitutes: override the member that was called.");

    /// <summary>Sends a request to any route of the service.</summary>
    /// <param name="request">The request; its URI may be relative to <see cref="BaseUrl"/>, with or without a slash before it.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The successful answer, which the caller disposes.</returns>
    /// <exception cref="GlobusApiException">The service answered with an error.</exception>
    /// <exception cref="HttpRequestException">The service could not be reached.</exception>
    /// <exception cref="TimeoutException">The answer did not come in time.</exception>
    /// <exception cref="InvalidOperationException">The URI is outside of <see cref="BaseUrl"/>.</exception>
    public virtual Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Connection.SendAsync(request, cancellationToken);
    }

    /// <summary>Sends a request to any route of the service and reads the JSON of its answer.</summary>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <param name="request">The request; its URI may be relative to <see cref="BaseUrl"/>, with or without a slash before it.</param>
    /// <param name="typeInfo">How to read the answer, from a source-generated context.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="GlobusApiException">The service answered with an error, or with something that is not <typeparamref name="T"/>.</exception>
    /// <exception cref="HttpRequestException">The service could not be reached.</exception>
    /// <exception cref="TimeoutException">The answer did not come in time.</exception>
    /// <exception cref="InvalidOperationException">The URI is outside of <see cref="BaseUrl"/>.</exception>
    public virtual Task<T> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(typeInfo);
        return Connection.SendAsync(request, typeInfo, cancellationToken);
    }
}
