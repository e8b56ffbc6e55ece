using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services;

/// <summary>What requests tell of the program that sends them.</summary>
public class ClientInfoTests
{
    [Fact]
    public async Task Every_request_names_product_and_version_in_the_format_of_globus()
    {
        var sent = await SendAsync("My App");

        var pairs = sent.Headers.GetValues("X-Globus-Client-Info").ShouldHaveSingleItem().Split(',').Select(static pair => pair.Split('=')).ToList();

        pairs.ShouldAllBe(static pair => pair.Length == 2 && pair[1].Length > 0 && !pair[1].Contains(';'));
        pairs.Select(static pair => pair[0]).ShouldBe(["product", "version"]);
        pairs[0][1].ShouldBe("globus-extensions-dotnet");
        Version.TryParse(pairs[1][1].Split('-')[0], out _).ShouldBeTrue();
    }

    [Fact]
    public async Task The_user_agent_names_the_app()
    {
        var sent = await SendAsync("My App");

        sent.Headers.UserAgent.ToString().ShouldMatch(@"^globus-extensions-dotnet/\d+\.\d+\.\d+\S* \(My App\)$");
        sent.Headers.Accept.ToString().ShouldBe("application/json");
    }

    [Theory]
    [InlineData("a;b,c=d", "(a;b,c=d)")]
    [InlineData("(nested) \\ app", "(nested  app)")]
    [InlineData("line\r\nX-Injected: 1", "(lineX-Injected: 1)")]
    [InlineData("Zürich", "(Zrich)")]
    public async Task The_name_of_the_app_cannot_leave_its_comment(string appName, string comment)
    {
        var sent = await SendAsync(appName);

        sent.Headers.NonValidated["User-Agent"].ToString().ShouldEndWith(comment);
        sent.Headers.UserAgent.Count.ShouldBe(2);
        sent.Headers.Contains("X-Injected").ShouldBeFalse();
        sent.Headers.GetValues("X-Globus-Client-Info").ShouldHaveSingleItem().ShouldNotContain(appName);
    }

    [Fact]
    public async Task Grants_tell_the_same()
    {
        using var auth = ScriptedAuth.Native(ScriptedHandler.Json("""{"active":false}"""));

        await auth.Client.RevokeTokenAsync("t", cancellationToken: TestContext.Current.CancellationToken);

        var headers = auth.Handler.Requests.Single().Headers;
        headers.GetValues("X-Globus-Client-Info").Single().ShouldStartWith("product=globus-extensions-dotnet,version=");
        headers.UserAgent.ToString().ShouldContain("globus-extensions-dotnet/");
    }

    private static async Task<RecordedRequest> SendAsync(string appName)
    {
        await using var globus = await EmulatedGlobus.StartAsync();
        var handler = new ScriptedHandler(ScriptedHandler.Json("[]"));
        await globus.ProvideScripted(handler, options => options.AppName = appName).GetRequiredService<GroupsClient>()
            .GetMyGroupsAsync(cancellationToken: TestContext.Current.CancellationToken);
        return handler.Requests.Single();
    }
}
