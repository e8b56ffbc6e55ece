using System.Diagnostics;
using Globus.Extensions.Emulator;
using Globus.Extensions.Services.Auth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Benchmarks;

/// <summary>A load program over loopback: a thousand identities by one lookup each, against one <see cref="IdentityMap"/> that was given all of them.</summary>
internal static class IdentityLookups
{
    private const int Count = 1_000;
    private const string Path = "/auth/v2/api/identities";

    public static async Task<int> RunAsync()
    {
        Console.WriteLine($"{Count:N0} identities          |  one by one            |  IdentityMap, one by one      |  IdentityMap, all at once");
        var fastEnough = await CompareAsync(TimeSpan.FromMilliseconds(20)) >= 50;
        await CompareAsync(TimeSpan.Zero);
        Console.WriteLine(fastEnough ? "At least 50 times faster with latency: yes" : "At least 50 times faster with latency: NO");
        return fastEnough ? 0 : 1;
    }

    private static async Task<double> CompareAsync(TimeSpan latency)
    {
        EmulatorUser[] people = [.. Enumerable.Range(0, Count).Select(static number => new EmulatorUser { Id = Guid.NewGuid(), UserName = $"person{number}@example.org" })];
        string[] ids = [.. people.Select(static person => person.Id.ToString())];
        var seed = EmulatorSeed.CreateDefault();
        await using var emulator = await GlobusEmulator.StartAsync(new GlobusEmulatorOptions { Latency = latency, Seed = seed with { Users = [.. seed.Users, .. people] } });
        var services = new ServiceCollection();
        services.AddGlobus().UseEmulator(emulator);
        await using var provider = services.BuildServiceProvider();
        var auth = provider.GetRequiredService<AuthClient>();

        // The login, the connections and the compiler come before the measurement.
        for (var round = 0; round < 20; round++)
        {
            await auth.Identities.GetByIdsAsync([people[round].Id]);
            await new IdentityMap(auth, ids.Take(100)).GetAsync(ids[round]);
            await new IdentityMap(auth).GetAllAsync(ids.Take(500));
        }

        var single = await MeasureAsync(emulator, async () =>
        {
            foreach (var person in people)
            {
                Check((await auth.Identities.GetByIdsAsync([person.Id])).Count == 1);
            }
        });
        var map = await MeasureAsync(emulator, async () =>
        {
            var identities = new IdentityMap(auth, ids);
            foreach (var id in ids)
            {
                Check(await identities.GetAsync(id) is not null);
            }
        });
        var bulk = await MeasureAsync(emulator, async () => Check((await new IdentityMap(auth).GetAllAsync(ids)).Values.All(static identity => identity is not null)));

        Console.WriteLine(
            $"latency {latency.TotalMilliseconds,2} ms             |  {Text(single)}  |  {Text(map)}, {single.Time / map.Time,5:F1} x  |  {Text(bulk)}, {single.Time / bulk.Time,5:F1} x");
        return single.Time / map.Time;
    }

    // The best of three, as the machine has other things to do.
    private static async Task<(TimeSpan Time, int Requests)> MeasureAsync(GlobusEmulator emulator, Func<Task> work)
    {
        var best = TimeSpan.MaxValue;
        var requests = 0;
        for (var round = 0; round < 3; round++)
        {
            emulator.ClearRequests();
            var started = Stopwatch.GetTimestamp();
            await work();
            var time = Stopwatch.GetElapsedTime(started);
            best = time < best ? time : best;
            requests = emulator.Requests.Count(static request => request.Path == Path);
        }

        return (best, requests);
    }

    private static string Text((TimeSpan Time, int Requests) measured) => $"{measured.Time.TotalMilliseconds,8:F1} ms, {measured.Requests,5}";

    private static void Check(bool isRight)
    {
        if (!isRight)
        {
            throw new InvalidOperationException("An identity was not found.");
        }
    }
}
