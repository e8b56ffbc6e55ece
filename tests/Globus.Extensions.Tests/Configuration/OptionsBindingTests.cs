using System.Collections;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.Tests.Configuration;

public sealed class OptionsBindingTests
{
    public static TheoryData<string> Properties => [.. typeof(GlobusOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Properties))]
    public void Every_property_is_bound(string name)
    {
        var property = typeof(GlobusOptions).GetProperty(name)!;

        var options = Bind($"Globus:{name}{Sample(property)}");

        Text(property.GetValue(options)).ShouldNotBe(Text(property.GetValue(new GlobusOptions())));
    }

    [Fact]
    public void Entries_of_configured_collections_replace_the_defaults()
    {
        var options = TestApps.Options(
            ["Globus:Services:0=groups", "Globus:LoginFlows:0=command-line", "Globus:ScopeRequirements:transfer.api.globus.org:0=one"]);

        options.Services.ShouldBe(["groups"]);
        options.LoginFlows.ShouldBe(["command-line"]);
        options.ScopeRequirements["transfer.api.globus.org"].ShouldBe(["one"]);
    }

    [Fact]
    public void Defaults_are_there_once_after_every_reload()
    {
        var configuration = TestApps.Settings($"Globus:ClientId={TestApps.NativeClientId}");
        using var provider = TestApps.Services().AddGlobus(configuration.GetSection("Globus")).Services.Build();
        provider.Options();

        configuration.Reload();

        provider.Options().Services.ShouldBe(["auth", "groups", "transfer"]);
        provider.Options().LoginFlows.ShouldBe(["auto"]);
    }

    [Fact]
    public void A_section_that_is_registered_twice_counts_once()
    {
        var section = TestApps.Settings(
            $"Globus:ClientId={TestApps.NativeClientId}", "Globus:Services:0=groups", "Globus:LoginFlows:0=command-line",
            "Globus:ScopeRequirements:transfer.api.globus.org:0=one").GetSection("Globus");
        var services = TestApps.Services();
        services.AddGlobus(section);
        services.AddGlobus(section);
        using var provider = services.Build();

        var options = provider.Options();

        options.Services.ShouldBe(["groups"]);
        options.LoginFlows.ShouldBe(["command-line"]);
        options.ScopeRequirements["transfer.api.globus.org"].ShouldBe(["one"]);
    }

    private static GlobusOptions Bind(string line)
    {
        using var provider = TestApps.Services().AddGlobus(TestApps.Settings(line).GetSection("Globus")).Services.Build();
        var options = new GlobusOptions();
        foreach (var configure in provider.GetServices<IConfigureOptions<GlobusOptions>>())
        {
            configure.Configure(options);
        }

        return options;
    }

    private static string Sample(PropertyInfo property) => property.GetValue(new GlobusOptions()) switch
    {
        bool value => $"={!value}",
        TimeSpan => "=00:00:07",
        IDictionary<string, string> => ":key=value",
        IDictionary<string, IList<string>> => ":key:0=value",
        IList<string> => ":0=value",
        _ when property.PropertyType == typeof(TimeSpan?) => "=00:00:07",
        _ when Nullable.GetUnderlyingType(property.PropertyType) is { IsEnum: true } type => $"={Enum.GetNames(type)[0]}",
        _ => "=value",
    };

    private static string Text(object? value) => value switch
    {
        string text => text,
        IDictionary<string, IList<string>> map => string.Join(' ', map.SelectMany(static entry => entry.Value.Prepend(entry.Key))),
        IEnumerable many => string.Join(' ', many.Cast<object>()),
        _ => $"{value}",
    };
}
