using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.Configuration;
using Globus.Extensions.Http;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tests.Configuration;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Globus.Extensions.Tests.DependencyInjection;

public sealed class SeamTests : EmulatorTests
{
    public static TheoryData<string, bool> Registrations => new() { { "", true }, { "", false }, { "lab", true }, { "lab", false } };

    [Theory]
    [MemberData(nameof(Registrations))]
    public async Task The_applications_own_storage_wins(string name, bool before)
    {
        var storage = new MemoryTokenStorage();
        await using var provider = Build<ITokenStorage>(name, before, storage);

        await provider.GetRequiredKeyedService<GroupsClient>(Key(name)).GetMyGroupsAsync(cancellationToken: CancellationToken);

        (await storage.GetAsync(Groups, CancellationToken)).ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Registrations))]
    public async Task The_applications_own_login_flow_wins(string name, bool before)
    {
        var flow = Substitute.For<ILoginFlowManager>();
        flow.IsAvailable.Returns(true);
        flow.RunLoginFlowAsync(Arg.Any<GlobusAuthorizationParameters>(), Arg.Any<CancellationToken>()).Returns<OAuthTokenResponse>(_ => throw new LoginFlowException("mine"));
        await using var provider = Build(name, before, flow);

        var error = await Should.ThrowAsync<LoginFlowException>(() => provider.GetRequiredKeyedService<GroupsClient>(Key(name)).GetMyGroupsAsync(cancellationToken: CancellationToken));

        error.Message.ShouldBe("mine");
    }

    [Theory]
    [MemberData(nameof(Registrations))]
    public async Task The_applications_own_app_wins(string name, bool before)
    {
        var app = TestApps.Substitute("not-a-token");
        await using var provider = Build(name, before, app);

        await Should.ThrowAsync<GroupsApiException>(() => provider.GetRequiredKeyedService<GroupsClient>(Key(name)).GetMyGroupsAsync(cancellationToken: CancellationToken));

        provider.GetRequiredKeyedService<IGlobusApp>(Key(name)).ShouldBeSameAs(app);
        Arrived("/auth/").ShouldBe(0);
    }

    [Fact]
    public async Task A_storage_and_a_flow_may_be_added_by_name()
    {
        var storage = new MemoryTokenStorage();
        GlobusAppContext? seen = null;
        var services = TestApps.Services();
        services.AddGlobus("lab", static options =>
            {
                (options.ClientId, options.TokenStorage) = (TestApps.NativeClientId, "mine");
                options.LoginFlows.Add("as-grace");
            })
            .UseEmulator(Emulator)
            .AddTokenStorage("mine", (_, context) =>
            {
                seen = context;
                return storage;
            })
            .AddLoginFlow("as-grace", (_, _, client, settings) => new SignInFlow(Emulator, "grace@example.org", client, settings));
        await using var provider = services.Build();

        var user = await provider.GetRequiredKeyedService<AuthClient>("lab").GetUserInfoAsync(CancellationToken);

        user.PreferredUsername.ShouldBe("grace@example.org");
        seen.ShouldNotBeNull().Name.ShouldBe("lab");
        (await storage.GetAllAsync(CancellationToken)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Code_decides_what_happens_when_a_login_is_needed()
    {
        var services = TestApps.Services();
        services.AddGlobus().UseEmulator(Emulator).OnLoginRequired(static (_, error, _) => throw new NotSupportedException(error.Message));
        await using var provider = services.Build();

        var error = await Should.ThrowAsync<NotSupportedException>(() => provider.GetRequiredService<GroupsClient>().GetMyGroupsAsync(cancellationToken: CancellationToken));

        error.Message.ShouldContain(Groups);
    }

    private ServiceProvider Build<TService>(string name, bool before, TService own)
        where TService : class
    {
        var services = TestApps.Services();
        if (before)
        {
            services.AddKeyedSingleton(Key(name), own);
        }

        (name.Length == 0 ? services.AddGlobus() : services.AddGlobus(name)).UseEmulator(Emulator);
        if (!before)
        {
            services.AddKeyedSingleton(Key(name), own);
        }

        return services.Build();
    }

    private static string? Key(string name) => name.Length == 0 ? null : name;
}
