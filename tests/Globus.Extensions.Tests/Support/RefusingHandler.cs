using System.Net;

namespace Globus.Extensions.Tests.Support;

/// <summary>Answers 400 where the path ends like this; everything else goes on.</summary>
internal sealed class RefusingHandler(string path) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri!.AbsolutePath.EndsWith(path, StringComparison.Ordinal)
            ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest) { RequestMessage = request })
            : base.SendAsync(request, cancellationToken);
}
