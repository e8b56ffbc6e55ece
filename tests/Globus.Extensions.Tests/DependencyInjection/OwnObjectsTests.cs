using Globus.Extensions.Apps;
using Globus.Extensions.Configuration;
using Globus.Extensions.DependencyInjection;
using Globus.Extensions.Emulator.Hosting;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tests.Configuration;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace Globus.Extensions.Tests.DependencyInjection;

/// <summary>An app that is given its login client, storage and flow as objects.</summary>
public sealed class OwnObjectsTests : EmulatorTests
{
    [Theory]
    [InlineData("")]
    [InlineData("lab")]
    public async Task A_user_app_works_with_the_objects_that_it_is_given(string name)
    {
        using var globus = Connect();
        var loginClient = globus.CreateNativeLoginClient(TestApps.NativeClientId);
        var storage = new MemoryTokenStorage();
        var flow = new SignInFlow(Emulator, "grace@example.org", loginClient, new LoginFlowSettings());
        var services = TestApps.Services();
        (name.Length == 0 ? services.AddGlobus() : services.AddGlobus(name))
            .UseLoginClient(loginClient).UseTokenStorage(storage).UseLoginFlow(flow).UseEmulator(Emulator);
        await using var provider = services.Build();
        var key = name.Length == 0 ? null : name;

        var user = await provider.GetRequiredKeyedService<AuthClient>(key).GetUserInfoAsync(CancellationToken);

        user.PreferredUsername.ShouldBe("grace@example.org");
        provider.GetRequiredKeyedService<GlobusLoginClient>(key).ShouldBeSameAs(loginClient);
        provider.Options(name).ClientId.ShouldBe(TestApps.NativeClientId);
        (await storage.GetAllAsync(CancellationToken)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_confidential_login_client_makes_a_client_app_without_a_secret_in_the_options()
    {
        using var globus = Connect();
        await using var provider = Build(builder => builder
            .UseLoginClient(globus.CreateConfidentialLoginClient(TestApps.ServiceClientId, TestApps.ServiceClientSecret))
            .UseTokenStorage(new MemoryTokenStorage()));

        provider.GetRequiredService<IGlobusApp>().ShouldBeOfType<ClientApp>();
        await provider.GetRequiredService<GroupsClient>().GetMyGroupsAsync(cancellationToken: CancellationToken);
    }

    [Fact]
    public async Task A_confidential_login_client_with_a_login_flow_makes_a_user_app()
    {
        using var globus = Connect();
        await using var provider = Build(builder => builder
            .UseLoginClient(globus.CreateConfidentialLoginClient(TestApps.ServiceClientId, TestApps.ServiceClientSecret))
            .UseLoginFlow(Substitute.For<ILoginFlowManager>())
            .UseTokenStorage(new MemoryTokenStorage()));

        provider.GetRequiredService<IGlobusApp>().ShouldBeOfType<UserApp>();
    }

    [Fact]
    public async Task A_login_client_may_be_made_when_it_is_needed()
    {
        using var globus = Connect();
        await using var provider = Build(
            builder => builder.UseLoginClient(_ => globus.CreateConfidentialLoginClient(TestApps.ServiceClientId, TestApps.ServiceClientSecret)).UseTokenStorage(new MemoryTokenStorage()),
            static options => (options.ClientId, options.Kind) = (TestApps.ServiceClientId, GlobusAppKind.Client));

        await provider.GetRequiredService<GroupsClient>().GetMyGroupsAsync(cancellationToken: CancellationToken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_login_client_of_another_id_is_refused_with_both_named(bool asInstance)
    {
        using var globus = Connect();
        var other = globus.CreateNativeLoginClient(TestApps.ServiceClientId);
        await using var provider = Build(
            builder => Give(builder, other, asInstance), static options => options.ClientId = TestApps.NativeClientId);

        var error = Should.Throw<OptionsValidationException>(() => provider.GetRequiredService<IGlobusApp>());

        error.Message.ShouldContain($"Globus:ClientId: '{TestApps.NativeClientId}'");
        error.Message.ShouldContain(TestApps.ServiceClientId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_login_client_of_another_environment_is_refused_with_both_named(bool asInstance)
    {
        using var preview = new GlobusConnection(new GlobusConnectionOptions { Environment = "preview", EnvironmentVariables = new StubEnvironment() });
        var services = TestApps.Services();
        Give(services.AddGlobus(static options => options.ClientId = TestApps.NativeClientId), preview.CreateNativeLoginClient(TestApps.NativeClientId), asInstance);
        await using var provider = services.Build();

        var error = Should.Throw<OptionsValidationException>(() => provider.GetRequiredService<IGlobusApp>());

        error.Message.ShouldContain("'production' (https://auth.globus.org/)");
        error.Message.ShouldContain("'preview' (https://auth.preview.globus.org/)");
    }

    [Fact]
    public async Task A_native_login_client_is_refused_by_a_client_app()
    {
        using var globus = Connect();
        await using var provider = Build(
            builder => builder.UseLoginClient(globus.CreateNativeLoginClient(TestApps.NativeClientId)), static options => options.Kind = GlobusAppKind.Client);

        Should.Throw<OptionsValidationException>(() => provider.Options()).Message.ShouldContain("Globus:Kind: an app of kind Client needs a ConfidentialLoginClient");
    }

    [Fact]
    public async Task A_secret_beside_a_login_client_is_refused()
    {
        using var globus = Connect();
        await using var provider = Build(
            builder => builder.UseLoginClient(globus.CreateConfidentialLoginClient(TestApps.ServiceClientId, TestApps.ServiceClientSecret)),
            static options => options.ClientSecret = "another secret");

        var error = Should.Throw<OptionsValidationException>(() => provider.Options());

        error.Message.ShouldContain("Globus:ClientSecret: is set");
        error.Message.ShouldNotContain("another secret");
    }

    [Fact]
    public async Task A_login_flow_for_a_client_app_is_refused()
    {
        await using var provider = Build(
            static builder => builder.UseLoginFlow(Substitute.For<ILoginFlowManager>()),
            static options => (options.ClientId, options.ClientSecret, options.Kind) = (TestApps.ServiceClientId, TestApps.ServiceClientSecret, GlobusAppKind.Client));

        Should.Throw<OptionsValidationException>(() => provider.Options()).Message.ShouldContain("Globus:Kind: is Client");
    }

    [Fact]
    public void A_login_client_without_an_id_is_refused_at_once() =>
        Should.Throw<ArgumentException>(static () => TestApps.Services().AddGlobus().UseLoginClient(Substitute.For<NativeLoginClient>()));

    [Fact]
    public async Task Apps_with_storages_of_their_own_do_not_share_a_file()
    {
        var services = TestApps.Services();
        foreach (var name in new[] { "one", "two" })
        {
            services.AddGlobus(name, static options => (options.ClientId, options.AppName) = (TestApps.NativeClientId, "Same")).UseTokenStorage(new MemoryTokenStorage());
        }

        await using var provider = services.Build();

        provider.Options("one").AppName.ShouldBe(provider.Options("two").AppName);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_storage_object_beside_a_protector_is_refused_since_it_would_keep_tokens_as_they_are(bool byBuilder)
    {
        await using var provider = Build(
            builder =>
            {
                builder.ProtectTokens(Substitute.For<ITokenProtector>());
                _ = byBuilder ? builder.UseTokenStorage(new MemoryTokenStorage()).Services : builder.Services.AddSingleton<ITokenStorage>(new MemoryTokenStorage());
            },
            static options => options.ClientId = TestApps.NativeClientId);

        var error = Should.Throw<OptionsValidationException>(() => byBuilder ? (object)provider.Options() : provider.GetRequiredService<IGlobusApp>());

        error.Message.ShouldContain("Globus:TokenStorage: the app was given its storage as an object");
        error.Message.ShouldContain("AddTokenStorage(name");
    }

    [Fact]
    public async Task A_storage_object_that_is_added_by_name_is_refused_beside_a_protector_as_well()
    {
        await using var provider = Build(
            static builder => builder.ProtectTokens(Substitute.For<ITokenProtector>()).AddTokenStorage("own", new MemoryTokenStorage()),
            static options => (options.ClientId, options.TokenStorage) = (TestApps.NativeClientId, "own"));

        Should.Throw<OptionsValidationException>(provider.GetRequiredService<IGlobusApp>)
            .Message.ShouldContain("Globus:TokenStorage: the app was given its storage as an object");
    }

    [Fact]
    public async Task A_storage_that_is_added_by_name_gets_the_protector()
    {
        var protector = Substitute.For<ITokenProtector>();
        ITokenProtector? seen = null;
        await using var provider = Build(
            builder => builder.ProtectTokens(protector).AddTokenStorage("own", (services, _) =>
            {
                seen = services.GetRequiredService<ITokenProtector>();
                return new MemoryTokenStorage();
            }),
            static options => (options.ClientId, options.TokenStorage) = (TestApps.NativeClientId, "own"));

        provider.GetRequiredService<IGlobusApp>().ShouldBeOfType<UserApp>();

        seen.ShouldBeSameAs(protector);
    }

    private static void Give(GlobusBuilder builder, GlobusLoginClient loginClient, bool asInstance) =>
        _ = asInstance ? builder.UseLoginClient(loginClient) : builder.UseLoginClient(_ => loginClient);

    private GlobusConnection Connect() => new(new GlobusConnectionOptions { EnvironmentVariables = new StubEnvironment() }.UseEmulator(Emulator));

    private ServiceProvider Build(Action<GlobusBuilder> build, Action<GlobusOptions>? configure = null)
    {
        var services = TestApps.Services();
        build(services.AddGlobus(options =>
        {
            (options.ServiceUrls["auth"], options.ServiceUrls["groups"]) = (Emulator.AuthUrl.AbsoluteUri, Emulator.GroupsUrl.AbsoluteUri);
            configure?.Invoke(options);
        }));
        return services.Build();
    }
}
