using Globus.Extensions.Emulator.Internal.CommandLine;

namespace Globus.Extensions.Emulator.Tests.Faults;

public sealed class FaultFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"faults-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_script_is_read_as_it_is_written()
    {
        File.WriteAllText(
            _path,
            """
            [
              // the second submission is lost
              { "method": "POST", "path": "/transfer/v0.10/transfer", "call": 2, "connection": "before_answer" },
              { "path": "/groups/*", "times": null, "status": 429, "retry_after": "00:00:02", "latency": "00:00:00.250" },
              { "token": "expired", "probability": 0.1 },
              { "session_required": { "mfa": true, "identities": [ "ada@example.org" ] } },
            ]
            """);

        var faults = EmulatorFault.Load(_path);

        faults.Count.ShouldBe(4);
        faults[0].ShouldBe(new EmulatorFault { Method = "POST", Path = "/transfer/v0.10/transfer", Call = 2, Connection = EmulatorConnectionFault.BeforeAnswer, ConsentRequired = faults[0].ConsentRequired });
        (faults[1].Times, faults[1].Status, faults[1].RetryAfter, faults[1].Latency)
            .ShouldBe((null, 429, TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(250)));
        faults[2].Token.ShouldBe(EmulatorTokenFault.Expired);
        faults[3].SessionRequired!.Identities.ShouldBe(["ada@example.org"]);
    }

    [Theory]
    [InlineData("null", "null")]
    [InlineData("[ null ]", "$[0]")]
    [InlineData("[ { } ]", "does nothing")]
    [InlineData("""[ { "status": 500 }, { "status": 200 } ]""", "$[1]")]
    [InlineData("""[ { "status": 500, "connection": "before_answer" } ]""", "more than one")]
    [InlineData("""[ { "retry_after": "00:00:01", "latency": "00:00:01" } ]""", "go with a status")]
    [InlineData("""[ { "status": 500, "call": 0 } ]""", "number 1")]
    [InlineData("""[ { "status": 500, "times": 0 } ]""", "strikes 0 times")]
    [InlineData("""[ { "status": 500, "probability": 0 } ]""", "probability 0")]
    [InlineData("""[ { "status": 500, "path": "groups" } ]""", "'groups'")]
    [InlineData("""[ { "latency": "02:00:00" } ]""", "an hour")]
    [InlineData("""[ { "bytes_per_second": 0 } ]""", "0 bytes")]
    [InlineData("""[ { "connection": "sometimes" } ]""", "$[0].connection")]
    [InlineData("""[ { "stauts": 500 } ]""", "stauts")]
    public async Task What_is_wrong_with_a_script_is_said_with_the_place(string json, string expected)
    {
        await File.WriteAllTextAsync(_path, json, TestContext.Current.CancellationToken);
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var exitCode = await EmulatorProgram.RunAsync(["--faults", _path], output, errors);

        exitCode.ShouldBe(1);
        errors.ToString().ShouldContain(_path);
        errors.ToString().ShouldContain(expected);
    }
}
