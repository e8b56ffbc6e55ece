using System.Net;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Faults;

public sealed class FaultTests
{
    private const string SubmissionId = "transfer/v0.10/submission_id";

    [Fact]
    public async Task Strikes_the_calls_that_are_meant_and_no_others()
    {
        await using var driver = await EmulatorDriver.StartAsync(new()
        {
            Faults = { new() { Method = "get", Path = "/transfer/*/SUBMISSION_ID", Call = 2, Times = 2, Status = 503, RetryAfter = TimeSpan.FromSeconds(1.2) } },
        });
        var token = await driver.AccessTokenAsync(TransferAll);

        var others = await driver.GetAsync("groups/v2/groups/my_groups", token);
        var answers = new List<Answer>();
        for (var i = 0; i < 4; i++)
        {
            answers.Add(await driver.GetAsync(SubmissionId, token));
        }

        others.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answers.Select(static answer => (int)answer.Status).ShouldBe([200, 503, 503, 200]);
        answers[1].Headers["Retry-After"].ShouldBe("2");
        answers[1]["code"].ShouldBe("ClientError.ServiceUnavailable");
    }

    [Theory]
    [InlineData("transfer/v0.10/task_list", "code")]
    [InlineData("groups/v2/groups/my_groups", "code")]
    [InlineData("auth/v2/oauth2/userinfo", "error")]
    public async Task A_status_has_the_shape_of_its_service_and_the_code_that_is_asked_for(string path, string member)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        driver.Emulator.AddFault(new() { Status = 502, Code = "EndpointError", Message = "The disk is gone.", Times = null });

        var answer = await driver.GetAsync(path);

        answer.Status.ShouldBe(HttpStatusCode.BadGateway);
        answer[member].ShouldBe("EndpointError");
        answer.Body.ShouldContain("The disk is gone.");
    }

    [Fact]
    public async Task The_first_fault_acts_and_all_count()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        driver.Emulator.AddFault(new() { Status = 500 });
        driver.Emulator.AddFault(new() { Status = 504, Times = 2 });

        (await driver.GetAsync("auth/jwk.json")).Status.ShouldBe(HttpStatusCode.InternalServerError);
        (await driver.GetAsync("auth/jwk.json")).Status.ShouldBe(HttpStatusCode.GatewayTimeout);
        (await driver.GetAsync("auth/jwk.json")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Faults_can_be_taken_away()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        driver.Emulator.AddFault(new() { Status = 500, Times = null });

        driver.Emulator.ClearFaults();

        (await driver.GetAsync("auth/jwk.json")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_likely_fault_strikes_the_same_calls_each_time()
    {
        var first = await StruckAsync();
        var second = await StruckAsync();

        first.ShouldContain(true);
        first.ShouldContain(false);
        second.ShouldBe(first);

        static async Task<List<bool>> StruckAsync()
        {
            await using var driver = await EmulatorDriver.StartAsync();
            driver.Emulator.AddFault(new() { Status = 500, Times = null, Probability = 0.5 });
            var struck = new List<bool>();
            for (var i = 0; i < 20; i++)
            {
                struck.Add((await driver.GetAsync("auth/jwk.json")).Status != HttpStatusCode.OK);
            }

            return struck;
        }
    }

    [Fact]
    public async Task Likely_faults_strike_different_calls()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        driver.Emulator.AddFault(new() { Status = 500, Times = null, Probability = 0.5 });
        driver.Emulator.AddFault(new() { Status = 504, Times = null, Probability = 0.5 });
        var answers = new List<int>();
        for (var i = 0; i < 20; i++)
        {
            answers.Add((int)(await driver.GetAsync("auth/jwk.json")).Status);
        }

        answers.Distinct().Order().ShouldBe([200, 500, 504]);
    }

    [Theory]
    [InlineData(EmulatorConnectionFault.BeforeRequest, 0)]
    [InlineData(EmulatorConnectionFault.BeforeAnswer, 1)]
    [InlineData(EmulatorConnectionFault.WithinAnswer, 1)]
    public async Task A_connection_is_cut_before_or_after_the_service_has_acted(EmulatorConnectionFault when, int created)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var token = await driver.AccessTokenAsync(GroupsAll);
        driver.Emulator.AddFault(new() { Method = "POST", Connection = when });

        await Should.ThrowAsync<HttpRequestException>(() =>
            driver.SendJsonAsync(HttpMethod.Post, "groups/v2/groups", token, """{ "name": "Cut off" }"""));

        var mine = await driver.GetAsync("groups/v2/groups/my_groups", token);
        mine.Json.EnumerateArray().Count(group => group.GetProperty("name").GetString() == "Cut off").ShouldBe(created);
    }

    [Fact]
    public async Task A_slow_answer_takes_its_time_and_comes_whole()
    {
        var time = new ManualTimeProvider();
        await using var driver = await EmulatorDriver.StartAsync(new() { TimeProvider = time });
        driver.Emulator.AddFault(new() { Path = "/auth/jwk.json", BytesPerSecond = 200, Latency = TimeSpan.FromSeconds(3) });

        var answer = driver.GetAsync("auth/jwk.json");
        var steps = 0;
        while (!answer.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(0.5));
            steps++;
            await Task.Yield();
        }

        steps.ShouldBeGreaterThan(6);
        JsonElement.Parse((await answer).Body).GetProperty("keys").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData(EmulatorTokenFault.Expired, HttpStatusCode.OK)]
    [InlineData(EmulatorTokenFault.Revoked, HttpStatusCode.BadRequest)]
    public async Task A_token_ends_alone_or_with_its_login(EmulatorTokenFault fault, HttpStatusCode refresh)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var login = await driver.LoginAsync(("access_type", "offline"));
        driver.Emulator.AddFault(new() { Path = "*/userinfo", Token = fault });

        var answer = await driver.GetAsync("auth/v2/oauth2/userinfo", login["access_token"]);
        var renewed = await driver.TokenAsync(
            null, ("grant_type", "refresh_token"), ("client_id", Native), ("refresh_token", login["refresh_token"]));

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        renewed.Status.ShouldBe(refresh);
    }

    [Fact]
    public async Task A_missing_consent_and_a_session_are_asked_for_in_the_terms_of_globus()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        driver.Emulator.AddFault(new() { ConsentRequired = ["urn:globus:auth:scope:transfer.api.globus.org:all[*x]"] });
        driver.Emulator.AddFault(new() { Call = 2, SessionRequired = new() { Mfa = true, SingleDomain = ["example.org"], Message = "Come again.", Prompt = "login" } });

        var consent = await driver.GetAsync(SubmissionId);
        var session = await driver.GetAsync(SubmissionId);

        consent.Status.ShouldBe(HttpStatusCode.Forbidden);
        consent["code"].ShouldBe("ConsentRequired");
        consent.Json.GetProperty("required_scopes")[0].GetString().ShouldBe("urn:globus:auth:scope:transfer.api.globus.org:all[*x]");
        consent.Json.GetProperty("authorization_parameters").GetProperty("required_scopes").GetArrayLength().ShouldBe(1);
        session.Status.ShouldBe(HttpStatusCode.Forbidden);
        var parameters = session.Json.GetProperty("authorization_parameters");
        parameters.GetProperty("session_required_mfa").GetBoolean().ShouldBeTrue();
        parameters.GetProperty("session_required_single_domain")[0].GetString().ShouldBe("example.org");
        parameters.GetProperty("session_message").GetString().ShouldBe("Come again.");
        parameters.GetProperty("prompt").GetString().ShouldBe("login");
    }
}
