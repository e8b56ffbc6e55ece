using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Globus.Extensions.Tests.EmulatorHosting;

public sealed class EmulatorLoggingTests
{
    [Fact]
    public async Task Requests_to_the_emulator_stay_out_of_the_applications_log()
    {
        var logs = new ListLoggerProvider();
        using var host = await EmulatedHost.StartAsync(globus: globus => globus.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs)));

        await host.Services.GetRequiredService<GroupsClient>().GetMyGroupsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);

        logs.Entries.ShouldNotContain(entry => entry.Category.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_line_says_where_it_runs()
    {
        var logs = new ListLoggerProvider();
        using var host = await EmulatedHost.StartAsync(globus: globus => globus.Services.AddLogging(logging => logging.AddProvider(logs)));

        var entry = logs.Entries.Where(static entry => entry.Category == "Globus.Extensions.Emulator").ShouldHaveSingleItem();

        entry.Text.ShouldContain($"A local Globus runs at http://127.0.0.1:{EmulatedHost.PortOf(host)}/");
    }
}
