using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.Tests.Configuration;

public sealed class OptionsValidationTests
{
    [Theory]
    [MemberData(nameof(BadSettings.All), MemberType = typeof(BadSettings))]
    public async Task A_host_refuses_to_start(string[] settings, string[] expected)
    {
        var builder = TestApps.Host(settings.Select(static setting => "Globus:" + setting));
        builder.AddGlobus();
        using var host = builder.Build();

        var error = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        ShouldSay(error, expected);
    }

    [Theory]
    [MemberData(nameof(BadSettings.All), MemberType = typeof(BadSettings))]
    public void The_first_use_is_refused_where_no_host_starts(string[] settings, string[] expected)
    {
        var section = TestApps.Settings(settings.Select(static setting => "Globus:" + setting)).GetSection("Globus");
        using var provider = TestApps.Services().AddGlobus(section).Services.Build();

        var error = Should.Throw<OptionsValidationException>(provider.GetRequiredService<GroupsClient>);

        ShouldSay(error, expected);
    }

    [Theory]
    [InlineData(typeof(IGlobusApp))]
    [InlineData(typeof(AuthClient))]
    [InlineData(typeof(GroupsClient))]
    [InlineData(typeof(TransferClient))]
    [InlineData(typeof(ITokenStorage))]
    [InlineData(typeof(ILoginFlowManager))]
    [InlineData(typeof(GlobusLoginClient))]
    public void Whatever_is_used_first_says_so(Type service)
    {
        using var provider = TestApps.Services().AddGlobus().Services.Build();

        Should.Throw<OptionsValidationException>(() => provider.GetRequiredService(service)).Message.ShouldContain("Globus:ClientId: is missing");
    }

    [Fact]
    public void The_path_is_that_of_the_section_that_was_bound()
    {
        var section = TestApps.Settings("Tenants:One:ClientId=x").GetSection("Tenants:One");
        using var provider = TestApps.Services().AddGlobus("one", section).Services.Build();

        Should.Throw<OptionsValidationException>(() => provider.GetRequiredKeyedService<IGlobusApp>("one")).Message.ShouldContain("Tenants:One:ClientId: 'x'");
    }

    [Theory]
    [InlineData("https://groups.example/base")]
    [InlineData("http://127.0.0.1:8080/")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::1]:5/")]
    public void A_service_url_may_be_https_or_loopback(string url) =>
        TestApps.Options([$"Globus:ServiceUrls:groups={url}"]).ServiceUrls["groups"].ShouldBe(url);

    [Fact]
    public void A_reserved_name_is_no_trouble_with_a_file_of_ones_own() =>
        TestApps.Options(["Globus:AppName=con", "Globus:TokenFilePath=/tmp/tokens.json"]).AppName.ShouldBe("con");

    [Fact]
    public void A_strategy_that_was_added_is_known()
    {
        var services = TestApps.Services();
        services.AddGlobus(options =>
            {
                options.ClientId = TestApps.NativeClientId;
                options.TokenStorage = "mine";
                options.LoginFlows.Add("own");
            })
            .AddTokenStorage("mine", new MemoryTokenStorage())
            .AddLoginFlow("own", NSubstitute.Substitute.For<ILoginFlowManager>());
        using var provider = services.Build();

        provider.GetRequiredService<IGlobusApp>().ShouldNotBeNull();
    }

    private static void ShouldSay(OptionsValidationException error, string[] expected)
    {
        foreach (var text in expected)
        {
            error.Message.ShouldContain(text);
        }

        error.ToString().ShouldNotContain(BadSettings.Secret);
    }
}
