using System.Net.Http.Headers;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Globus.Extensions.Tests.Pipeline;

public sealed class AuthorizationAllocationTests
{
    private const int Rounds = 10_000;

    [Fact]
    public void Adds_no_allocation_to_a_handler_that_sets_a_cached_header()
    {
        var authorization = new FakeAuthorization();
        using var bare = new HttpMessageInvoker(new BareHandler(authorization.Header!) { InnerHandler = new SynchronousHandler() });
        using var ours = new HttpMessageInvoker(new AuthorizationHandler(NullLogger.Instance, TimeProvider.System) { InnerHandler = new SynchronousHandler() });

        var bareBytes = Measure(bare, authorization);
        var ourBytes = Measure(ours, authorization);

        TestContext.Current.TestOutputHelper?.WriteLine($"bytes per request: bare {bareBytes / (double)Rounds}, ours {ourBytes / (double)Rounds}");
        ourBytes.ShouldBe(bareBytes);
    }

    private static long Measure(HttpMessageInvoker invoker, FakeAuthorization authorization)
    {
        using var request = authorization.CreateRequest();
        Run(invoker, request); // The first round compiles, and fills what is computed once.
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            Run(invoker, request);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Run(HttpMessageInvoker invoker, HttpRequestMessage request)
    {
        request.Headers.Authorization = null;
        var sending = invoker.SendAsync(request, CancellationToken.None);
        if (!sending.IsCompletedSuccessfully)
        {
            throw new InvalidOperationException("The request did not complete at once.");
        }
    }

    private sealed class BareHandler(AuthenticationHeaderValue header) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = header;
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class SynchronousHandler : HttpMessageHandler
    {
        private readonly Task<HttpResponseMessage> _answer = Task.FromResult(new HttpResponseMessage());

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _answer;
    }
}
