using Globus.Extensions.Apps;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tests.Configuration;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.DependencyInjection;

public sealed class RegistrationTests
{
    public static TheoryData<string> Names => ["", "archive"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_public_service_of_an_app_of_a_user_resolves(string name) => ShouldResolveEverything(name, static _ => { });

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_public_service_of_an_app_of_a_client_resolves(string name) => ShouldResolveEverything(name, static options => options.ClientSecret = "secret");

    [Fact]
    public void Every_public_service_of_several_apps_resolves_in_one_container()
    {
        var services = TestApps.Services();
        Add(services, "", static _ => { });
        Add(services, "archive", static options => options.ClientSecret = "secret");
        Add(services, "lab", static _ => { });
        using var provider = services.Build();

        foreach (var service in PublicServices(services))
        {
            provider.GetRequiredKeyedService(service.ServiceType, service.ServiceKey).ShouldNotBeNull();
        }
    }

    [Fact]
    public void The_documented_services_are_registered()
    {
        using var provider = BuildDefault(static _ => { });

        Type[] services = [typeof(AuthClient), typeof(GroupsClient), typeof(TransferClient), typeof(IGlobusApp), typeof(ITokenStorage), typeof(ILoginFlowManager), typeof(GlobusLoginClient)];

        services.ShouldAllBe(service => provider.GetService(service) != null);
    }

    [Fact]
    public void Without_a_secret_the_login_client_is_native_and_the_app_a_users()
    {
        using var provider = BuildDefault(static _ => { });

        provider.GetRequiredService<GlobusLoginClient>().ShouldBeOfType<NativeLoginClient>();
        provider.GetRequiredService<IGlobusApp>().ShouldBeOfType<UserApp>();
    }

    [Fact]
    public void With_a_secret_the_login_client_is_confidential_and_the_app_a_clients()
    {
        using var provider = BuildDefault(static options => options.ClientSecret = "secret");

        provider.GetRequiredService<GlobusLoginClient>().ShouldBeOfType<ConfidentialLoginClient>();
        provider.GetRequiredService<IGlobusApp>().ShouldBeOfType<ClientApp>();
    }

    [Fact]
    public void Apps_are_singletons_and_clients_transient()
    {
        using var provider = BuildDefault(static _ => { });
        using var scope = provider.CreateScope();

        scope.ServiceProvider.GetRequiredService<IGlobusApp>().ShouldBeSameAs(provider.GetRequiredService<IGlobusApp>());
        scope.ServiceProvider.GetRequiredService<TransferClient>().ShouldNotBeSameAs(scope.ServiceProvider.GetRequiredService<TransferClient>());
    }

    [Fact]
    public void A_named_app_is_not_the_default_app()
    {
        using var provider = TestApps.Services().AddGlobus("archive", static options => options.ClientId = TestApps.NativeClientId).Services.Build();

        provider.GetService<IGlobusApp>().ShouldBeNull();
        provider.GetRequiredKeyedService<IGlobusApp>("archive").Name.ShouldBe("archive");
    }

    [Theory]
    [InlineData("archive")]
    [InlineData("Archive")]
    public void An_app_that_is_not_registered_does_not_resolve(string name)
    {
        using var provider = BuildDefault(static _ => { });

        Should.Throw<InvalidOperationException>(() => provider.GetRequiredKeyedService<TransferClient>(name));
    }

    [Theory]
    [InlineData("Globus")]
    [InlineData("globus")]
    [InlineData("")]
    [InlineData(" ")]
    public void A_name_that_belongs_to_the_default_app_is_refused(string name) =>
        Should.Throw<ArgumentException>(() => TestApps.Services().AddGlobus(name)).ParamName.ShouldBe("name");

    [Fact]
    public void Nothing_is_configured_while_services_are_registered() =>
        Should.NotThrow(() => TestApps.Services().AddGlobus(static (_, _) => throw new InvalidOperationException("too early")));

    private static void ShouldResolveEverything(string name, Action<GlobusOptions> configure)
    {
        var services = TestApps.Services();
        Add(services, name, configure);
        using var provider = services.Build();

        foreach (var service in PublicServices(services))
        {
            provider.GetRequiredKeyedService(service.ServiceType, service.ServiceKey).ShouldNotBeNull();
        }
    }

    private static ServiceProvider BuildDefault(Action<GlobusOptions> configure)
    {
        var services = TestApps.Services();
        Add(services, "", configure);
        return services.Build();
    }

    private static void Add(IServiceCollection services, string name, Action<GlobusOptions> configure)
    {
        var builder = name.Length == 0 ? services.AddGlobus(configure) : services.AddGlobus(name, configure);
        services.Configure<GlobusOptions>(builder.Name, static options => options.ClientId = TestApps.NativeClientId);
    }

    private static ServiceDescriptor[] PublicServices(IServiceCollection services) =>
        [.. services.Where(static service => service.ServiceType.IsVisible && service.ServiceType.Assembly == typeof(IGlobusApp).Assembly)];
}
