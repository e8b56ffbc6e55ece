using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>Many submissions through a connection that is cut at random, before a request went out or after it was carried out.</summary>
public sealed class CutConnectionTests
{
    private static readonly Guid Collection = new("c0111ec7-0000-4000-8000-000000000001");

    [Fact]
    public async Task Every_submission_makes_exactly_one_task()
    {
        var count = Soak.Count(10_000);
        var cancellation = TestContext.Current.CancellationToken;
        await using var globus = await EmulatedGlobus.StartAsync();
        var transfer = globus.Provide(build: static builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(new ImpatientClock(TimeProvider.System.GetUtcNow()));
            builder.ConfigureHttpClients(static client => client.AddHttpMessageHandler(static () => new CuttingHandler(new Random(42))));
        }).GetRequiredService<TransferClient>();

        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellation }, async (number, token) =>
        {
            var request = new DeleteRequest { Endpoint = Collection, Paths = ["/none"], IgnoreMissing = true, Label = $"{number}" };
            while (true)
            {
                try
                {
                    await transfer.SubmitDeleteAsync(request, token);
                    return;
                }
                catch (HttpRequestException)
                {
                    // All its retries were cut as well: the same object is the same submission.
                }
            }
        });

        var labels = await transfer.Tasks.ListAsync().Select(static task => task.Label).ToListAsync(cancellation);
        labels.ShouldBe(Enumerable.Range(0, count).Select(static number => $"{number}"), ignoreOrder: true);
    }

    private sealed class CuttingHandler(Random random) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // What became of it is read in peace.
            var fate = request.RequestUri!.AbsolutePath.EndsWith("task_list", StringComparison.Ordinal) ? 0.5 : Next();
            if (fate < 0.2)
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError, "cut before");
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (fate > 0.7)
            {
                response.Dispose();
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut after");
            }

            return response;
        }

        private double Next()
        {
            lock (random)
            {
                return random.NextDouble();
            }
        }
    }
}
