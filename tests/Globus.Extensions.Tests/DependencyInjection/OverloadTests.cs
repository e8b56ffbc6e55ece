using Globus.Extensions.DependencyInjection;
using Globus.Extensions.Tests.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Globus.Extensions.Tests.DependencyInjection;

public sealed class OverloadTests
{
    private static readonly IConfigurationSection Section = TestApps.Settings("Any:Where:AppName=from section").GetSection("Any:Where");

    [Fact]
    public void Nothing_leaves_the_options_to_others() => Builds("", "from elsewhere", static services =>
    {
        services.Configure<GlobusOptions>(static options => options.AppName = "from elsewhere");
        return services.AddGlobus();
    });

    [Fact]
    public void A_section_is_bound() => Builds("", "from section", static services => services.AddGlobus(Section));

    [Fact]
    public void A_delegate_is_called() => Builds("", "from code", static services => services.AddGlobus(static options => options.AppName = "from code"));

    [Fact]
    public void A_delegate_may_use_services() => Builds("", "from service", static services => services
        .AddSingleton("from service")
        .AddGlobus(static (options, provider) => options.AppName = provider.GetRequiredService<string>()));

    [Fact]
    public void A_named_app_may_have_nothing() => Builds("lab", "lab", static services => services.AddGlobus("lab"));

    [Fact]
    public void A_named_app_may_have_a_section() => Builds("lab", "from section", static services => services.AddGlobus("lab", Section));

    [Fact]
    public void A_named_app_may_have_a_delegate() =>
        Builds("lab", "from code", static services => services.AddGlobus("lab", static options => options.AppName = "from code"));

    [Fact]
    public void A_named_app_may_have_a_delegate_that_uses_services() => Builds("lab", "from service", static services => services
        .AddSingleton("from service")
        .AddGlobus("lab", static (options, provider) => options.AppName = provider.GetRequiredService<string>()));

    [Fact]
    public void A_host_builder_binds_the_section_Globus() => Hosts("", "from file", static builder => builder.AddGlobus());

    [Fact]
    public void A_host_builder_takes_code_over_the_section() =>
        Hosts("", "from code", static builder => builder.AddGlobus(static options => options.AppName = "from code"));

    [Fact]
    public void A_host_builder_binds_the_section_of_a_named_app() => Hosts("lab", "lab's file", static builder => builder.AddGlobus("lab"));

    [Fact]
    public void A_host_builder_takes_code_over_the_section_of_a_named_app() =>
        Hosts("lab", "from code", static builder => builder.AddGlobus("lab", static options => options.AppName = "from code"));

    private static void Builds(string name, string appName, Func<IServiceCollection, GlobusBuilder> add)
    {
        var services = TestApps.Services();

        var globus = add(services);

        globus.Services.ShouldBeSameAs(services);
        ShouldBeCalled(services.Build(), globus, name, appName);
    }

    private static void Hosts(string name, string appName, Func<IHostApplicationBuilder, GlobusBuilder> add)
    {
        var builder = TestApps.Host("Globus:AppName=from file", "Globus:lab:AppName=lab's file");

        var globus = add(builder);

        globus.Services.ShouldBeSameAs(builder.Services);
        ShouldBeCalled(builder.Services.Build(), globus, name, appName);
    }

    private static void ShouldBeCalled(ServiceProvider provider, GlobusBuilder globus, string name, string appName)
    {
        using (provider)
        {
            globus.Name.ShouldBe(name);
            var options = provider.GetRequiredService<Microsoft.Extensions.Options.IOptionsFactory<GlobusOptions>>();
            Should.Throw<Microsoft.Extensions.Options.OptionsValidationException>(() => options.Create(name)).Message.ShouldContain("ClientId: is missing");
        }

        globus.Services.Configure<GlobusOptions>(name, static options => options.ClientId = TestApps.NativeClientId);
        using var complete = globus.Services.Build();
        complete.GetRequiredKeyedService<IGlobusApp>(name.Length == 0 ? null : name).AppName.ShouldBe(appName);
    }
}
