using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Tests.Http;

/// <summary>Error responses made by hand, and the exceptions they give.</summary>
internal static class ErrorResponse
{
    public static HttpResponseMessage Of(
        HttpStatusCode status, HttpContent content, string? contentType = "application/json", string? authorization = null)
    {
        content.Headers.Remove("Content-Type");
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        var request = new HttpRequestMessage(HttpMethod.Get, "https://transfer.api.globus.org/v0.10/task_list?filter=secret-query");
        request.Headers.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);
        return new HttpResponseMessage(status) { Content = content, RequestMessage = request };
    }

    public static async Task<GlobusApiException> ReadAsync(HttpResponseMessage response, GlobusService service = GlobusService.Other)
    {
        using (response)
        {
            return await ApiErrorParser.FromResponseAsync(service, response, TestContext.Current.CancellationToken);
        }
    }

    public static Task<GlobusApiException> ReadAsync(
        string body,
        HttpStatusCode status = HttpStatusCode.BadRequest,
        string? contentType = "application/json",
        GlobusService service = GlobusService.Other,
        string? authorization = null) =>
        ReadAsync(Of(status, new ByteArrayContent(Encoding.UTF8.GetBytes(body)), contentType, authorization), service);
}
