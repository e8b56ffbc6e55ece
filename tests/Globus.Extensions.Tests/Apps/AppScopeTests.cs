using Globus.Extensions.Apps;
using Globus.Extensions.Scopes;

namespace Globus.Extensions.Tests.Apps;

/// <summary>What becomes of the scopes that an app requires: as they are told, and as a login asks for them.</summary>
public sealed class AppScopeTests
{
    private const string Collection = "6c54cade-bde5-45c1-bdea-f4bd71dba2cc";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_login_asks_for_each_scope_once_with_all_its_dependencies()
    {
        await using var story = await AppStory.StartAsync(static options => options.Services.Add("transfer"));
        story.App.AddScopeRequirements(GlobusResourceServers.Transfer, [GlobusScopes.TransferWithDataAccess(Collection)]);
        story.App.AddScopeRequirements(GlobusResourceServers.Auth, ["email openid"]);
        story.BeforeLogin = static _ => throw new OperationCanceledException("Seen enough.");

        await Should.ThrowAsync<OperationCanceledException>(() => story.App.LoginAsync(cancellationToken: Cancellation));

        story.App.ScopeRequirements[GlobusResourceServers.Transfer].ShouldBe([GlobusScopes.TransferAll, GlobusScopes.TransferWithDataAccess(Collection)]);
        story.App.ScopeRequirements[GlobusResourceServers.Auth].ShouldBe(["openid", "email"]);
        story.LastParameters!.RequiredScopes.ShouldBe(["email", "openid", GlobusScopes.TransferWithDataAccess(Collection)]);
    }

    [Theory]
    [InlineData("a[", "malformed at position 2 (counted from 0): the text ends, but ']' was expected")]
    [InlineData("openid[b[openid]]", "'openid' depends on itself: openid -> b -> openid.")]
    [InlineData("b[openid]", "The scopes cannot be merged: 'openid' depends on itself: openid -> b -> openid.")]
    public async Task Scopes_that_cannot_be_asked_for_are_refused_when_they_are_added(string scope, string problem)
    {
        await using var story = await AppStory.StartAsync(static options => options.ScopeRequirements[GlobusResourceServers.Auth] = ["openid[*b]"]);

        Should.Throw<FormatException>(() => story.App.AddScopeRequirements("a.example", ["fine", scope])).Message.ShouldContain(problem);

        story.App.ScopeRequirements.ContainsKey("a.example").ShouldBeFalse();
    }

    [Fact]
    public async Task A_login_with_malformed_scopes_is_not_begun()
    {
        await using var story = await AppStory.StartAsync();

        var error = await Should.ThrowAsync<FormatException>(
            () => story.App.LoginAsync(new LoginOptions { Parameters = new() { RequiredScopes = ["a]"] } }, Cancellation));

        error.Message.ShouldContain("at position 1");
        story.Logins.ShouldBe(0);
    }
}
