namespace Globus.Extensions.Tests.Architecture.Conventions;

public sealed class EventIdTests
{
    [Fact]
    public void Every_event_has_an_id_of_its_own_in_the_range_of_its_feature_and_a_name() =>
        EventIdRule.FindViolations(ShippedAssemblies.All).ShouldBeEmpty();

    [Theory]
    [InlineData("Globus.Extensions.Http.Internal", "EventId = 1300, EventName = \"A\"", "event 1300 is not one of the 1400s")]
    [InlineData("Globus.Extensions.OAuth", "EventId = 1400, EventName = \"A\"", "event 1400 is not one of the 1100 or 1300s")]
    [InlineData("Globus.Extensions.Tokens.Storage.Internal", "1100, LogLevel.Debug, \"A\", EventName = \"A\"", "event 1100 is not one of the 1200s")]
    [InlineData("Globus.Extensions.Apps", "EventName = \"A\"", "event -1 is not one of the 1000s")]
    [InlineData("Globus.Extensions.Apps", "EventId = 1001", "event 1001 has no EventName")]
    [InlineData("Elsewhere", "EventId = 1001, EventName = \"A\"", "event 1001 is not one of the s")]
    public void Reports_an_id_out_of_range_or_without_a_name(string space, string arguments, string violation) =>
        Check($"namespace {space}; static class Log {{ [LoggerMessage({arguments})] static void One() {{ }} }}")
            .ShouldHaveSingleItem().ShouldBe($"{space}.Log.One: {violation}");

    [Fact]
    public void Reports_an_id_and_a_name_used_twice() =>
        Check(
            """
            namespace Globus.Extensions.Http;
            static class Log
            {
                [LoggerMessage(EventId = 1400, EventName = "A")] static void One() { }
                [LoggerMessage(EventId = 1400, EventName = "B")] static void Two() { }
                [LoggerMessage(EventId = 1401, EventName = "A")] static void Three() { }
            }
            """)
            .ShouldBe([
                "event id 1400 is used by Globus.Extensions.Http.Log.One and Globus.Extensions.Http.Log.Two",
                "event name A is used by Globus.Extensions.Http.Log.One and Globus.Extensions.Http.Log.Three",
            ]);

    [Fact]
    public void Compares_assemblies_with_each_other()
    {
        var example = Example.Compile("using Microsoft.Extensions.Logging; namespace Globus.Extensions.Http; static class Log { [LoggerMessage(EventId = 1400, EventName = \"A\")] static void One() { } }");

        EventIdRule.FindViolations([example.Symbols, example.Symbols]).Count().ShouldBe(2);
    }

    private static IEnumerable<string> Check(string source) =>
        EventIdRule.FindViolations([Example.Compile("using Microsoft.Extensions.Logging; " + source).Symbols]);
}
