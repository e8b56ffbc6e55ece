using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.Tests.Configuration;

public sealed class SharedTokenFileTests
{
    private const string File = "/tmp/one/tokens.json";

    [Fact]
    public async Task A_host_does_not_start_with_two_apps_on_one_file_and_namespace()
    {
        var builder = TestApps.Host(Settings("a", File).Concat(Settings("b", "/tmp/one/../one/tokens.json")));
        builder.AddGlobus("a");
        builder.AddGlobus("b");
        using var host = builder.Build();

        var error = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        error.Message.ShouldContain("Globus:b:TokenFilePath: '/tmp/one/../one/tokens.json' with the namespace 'DEFAULT' is where the app 'a' keeps its tokens");
        error.Message.ShouldContain("Give one of them another TokenFilePath or TokenNamespace");
    }

    [Fact]
    public void Where_no_host_starts_the_second_app_is_refused()
    {
        using var provider = Build(File, File);
        provider.GetRequiredKeyedService<IGlobusApp>("b").ShouldNotBeNull();

        Should.Throw<OptionsValidationException>(() => provider.GetRequiredKeyedService<IGlobusApp>("a")).Message.ShouldContain("is where the app 'b' keeps its tokens");
    }

    [Fact]
    public void Names_that_give_one_default_file_are_found_out()
    {
        var services = TestApps.Services();
        services.AddGlobus("Data Mover", options => options.ClientId = TestApps.NativeClientId);
        services.AddGlobus("data.mover", options => options.ClientId = TestApps.NativeClientId);
        using var provider = services.Build();
        provider.GetRequiredKeyedService<IGlobusApp>("Data Mover");

        Should.Throw<OptionsValidationException>(() => provider.GetRequiredKeyedService<IGlobusApp>("data.mover")).Message.ShouldContain("the app 'Data Mover'");
    }

    [Fact]
    public void Two_namespaces_of_one_file_are_two_places()
    {
        var services = TestApps.Services();
        services.AddGlobus("a", options => (options.ClientId, options.TokenFilePath) = (TestApps.NativeClientId, File));
        services.AddGlobus("b", options => (options.ClientId, options.TokenFilePath, options.TokenNamespace) = (TestApps.NativeClientId, File, "b"));
        using var provider = services.Build();

        provider.GetRequiredKeyedService<IGlobusApp>("a").ShouldNotBe(provider.GetRequiredKeyedService<IGlobusApp>("b"));
    }

    [Fact]
    public void Sections_of_the_native_apps_file_are_places_too()
    {
        var services = TestApps.Services();
        services.AddGlobus("a", options => (options.ClientId, options.TokenStorage) = (TestApps.NativeClientId, "native-apps"));
        services.AddGlobus("b", options => (options.ClientId, options.TokenStorage) = (TestApps.NativeClientId, "native-apps"));
        services.AddGlobus("c", options => (options.ClientId, options.TokenStorage, options.TokenNamespace) = (TestApps.NativeClientId, "native-apps", "tokens"));
        using var provider = services.Build();
        provider.GetRequiredKeyedService<IGlobusApp>("a").ShouldNotBe(provider.GetRequiredKeyedService<IGlobusApp>("c"));

        Should.Throw<OptionsValidationException>(() => provider.GetRequiredKeyedService<IGlobusApp>("b"))
            .Message.ShouldContain($".globus-native-apps.cfg' with the section '{TestApps.NativeClientId}' is where the app 'a' keeps its tokens");
    }

    [Fact]
    public void An_app_keeps_its_place_when_the_configuration_is_read_again()
    {
        var configuration = TestApps.Settings(Settings("a", File));
        using var provider = TestApps.Services().AddGlobus("a", configuration.GetSection("Globus:a")).Services.Build();
        provider.GetRequiredKeyedService<IGlobusApp>("a");

        configuration.Reload();

        provider.Options("a").TokenFilePath.ShouldBe(File);
    }

    private static ServiceProvider Build(string one, string other)
    {
        var services = TestApps.Services();
        services.AddGlobus("a", options => (options.ClientId, options.TokenFilePath) = (TestApps.NativeClientId, one));
        services.AddGlobus("b", options => (options.ClientId, options.TokenFilePath) = (TestApps.NativeClientId, other));
        return services.Build();
    }

    private static IEnumerable<string> Settings(string name, string file) => [$"Globus:{name}:ClientId={TestApps.NativeClientId}", $"Globus:{name}:TokenFilePath={file}"];
}
