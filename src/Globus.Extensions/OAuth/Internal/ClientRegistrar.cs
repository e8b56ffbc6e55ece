using System.Net.Http.Headers;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;
using Globus.Extensions.Principals.Internal;

namespace Globus.Extensions.OAuth.Internal;

/// <summary>Registers clients for login clients, which have no access token: <c>POST /v2/api/clients</c>.</summary>
internal static class ClientRegistrar
{
    /// <summary>Sends the request, with the credentials of the caller or, for a native client, without any.</summary>
    public static async Task<CreatedClient> PostAsync(
        LoginClientContext context, HttpContent content, AuthenticationHeaderValue? credentials, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(context.AuthUrl, "v2/api/clients")) { Content = content };
        request.Headers.Authorization = credentials;
        var answer = await context.HttpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        using var response = await JsonAnswer.ThrowIfErrorAsync(GlobusService.Auth, answer, cancellationToken).ConfigureAwait(false);
        return await JsonAnswer.ReadAsync(
            GlobusService.Auth, response, PrincipalsJsonContext.Default.CreatedClient, static created => created, cancellationToken).ConfigureAwait(false);
    }
}
