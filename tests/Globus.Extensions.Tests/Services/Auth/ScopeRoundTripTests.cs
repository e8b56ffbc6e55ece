using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Auth;

namespace Globus.Extensions.Tests.Services.Auth;

public sealed class ScopeRoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scope_is_defined_read_listed_changed_and_deleted()
    {
        await using var globus = await ManagedGlobus.StartAsync();
        var scopes = globus.Auth.Scopes;
        var client = await globus.CreateClientAsync(type: ClientType.ResourceServer);

        var read = await scopes.CreateAsync(client.Id, new ScopeCreation { Name = "Read", Description = "Reads", ScopeSuffix = "read" }, Cancellation);
        read.Id.TryGetGuid(out _).ShouldBeTrue();
        read.Client.ShouldBe(client.Id);
        read.ScopeString.ShouldBe($"https://auth.globus.org/scopes/{client.Id}/read");

        var write = await scopes.CreateAsync(
            client.Id,
            new ScopeCreation
            {
                Name = "Write",
                Description = "Writes",
                ScopeSuffix = "write",
                Advertised = true,
                AllowsRefreshToken = false,
                RequiredDomains = ["example.org"],
                DependentScopes = [new DependentScope { Scope = read.Id, Optional = true, RequiresRefreshToken = false }],
            },
            Cancellation);
        write.Advertised.ShouldBe(true);
        write.AllowsRefreshToken.ShouldBe(false);
        write.RequiredDomains.ShouldBe(["example.org"]);
        var dependency = write.DependentScopes.ShouldHaveSingleItem();
        dependency.Scope.ShouldBe(read.Id);
        dependency.Optional.ShouldBeTrue();

        (await scopes.GetAsync(write.Id, Cancellation)).Name.ShouldBe("Write");
        (await scopes.GetByIdsAsync([read.Id, write.Id], cancellationToken: Cancellation)).Select(static scope => scope.Id).ShouldBe([read.Id, write.Id], ignoreOrder: true);
        (await scopes.GetByScopeStringsAsync([read.ScopeString!], cancellationToken: Cancellation)).ShouldHaveSingleItem().Id.ShouldBe(read.Id);
        (await scopes.GetAllAsync(cancellationToken: Cancellation)).Select(static scope => scope.Id).ShouldContain(write.Id);
        (await globus.Auth.Clients.GetAsync(client.Id, Cancellation)).Scopes.ShouldBe([read.Id, write.Id], ignoreOrder: true);

        var changed = await scopes.UpdateAsync(write.Id, new ScopeUpdate { Description = "Writes and reads", DependentScopes = [], RequiredDomains = [] }, Cancellation);
        changed.Name.ShouldBe("Write");
        changed.Description.ShouldBe("Writes and reads");
        changed.DependentScopes.ShouldBe([]);
        changed.RequiredDomains.ShouldBe([]);

        (await scopes.DeleteAsync(write.Id, Cancellation))!.Id.ShouldBe(write.Id);
        (await Should.ThrowAsync<AuthApiException>(() => scopes.GetAsync(write.Id, Cancellation))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
