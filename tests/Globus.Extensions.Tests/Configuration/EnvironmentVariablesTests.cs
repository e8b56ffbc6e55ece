using Globus.Extensions.Configuration.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.Tests.Configuration;

public sealed class EnvironmentVariablesTests
{
    [Fact]
    public void The_environment_comes_from_its_variable() =>
        TestApps.Options([], ("GLOBUS_SDK_ENVIRONMENT", "preview")).Environment.ShouldBe("preview");

    [Fact]
    public void An_explicit_environment_comes_before_the_variable() =>
        TestApps.Options(["Globus:Environment=sandbox"], ("GLOBUS_SDK_ENVIRONMENT", "preview")).Environment.ShouldBe("sandbox");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_a_variable_the_environment_is_production(string? value) =>
        TestApps.Options([], ("GLOBUS_SDK_ENVIRONMENT", value!)).Environment.ShouldBe("production");

    [Theory]
    [InlineData("AUTH", "auth")]
    [InlineData("GROUPS", "groups")]
    [InlineData("TRANSFER", "transfer")]
    [InlineData("SEARCH", "search")]
    [InlineData("FLOWS", "flows")]
    [InlineData("TIMER", "timer")]
    [InlineData("COMPUTE", "compute")]
    [InlineData("ACTIONS", "actions")]
    [InlineData("APP", "app")]
    [InlineData("NEXUS", "nexus")]
    public void Each_service_url_comes_from_its_variable_in_any_environment(string variable, string service)
    {
        var options = TestApps.Options(["Globus:Environment=preview"], ("GLOBUS_SDK_SERVICE_URL_" + variable, "https://here.example/base"));

        ServiceUrl.Get(options, service).AbsoluteUri.ShouldBe("https://here.example/base/");
    }

    [Fact]
    public void An_explicit_service_url_comes_before_the_variable()
    {
        var options = TestApps.Options(["Globus:ServiceUrls:Groups=https://mine.example/"], ("GLOBUS_SDK_SERVICE_URL_GROUPS", "https://here.example/"));

        ServiceUrl.Get(options, "groups").AbsoluteUri.ShouldBe("https://mine.example/");
    }

    [Fact]
    public void A_service_without_a_url_of_its_own_has_that_of_the_environment() =>
        ServiceUrl.Get(TestApps.Options([], ("GLOBUS_SDK_ENVIRONMENT", "sandbox")), "groups").AbsoluteUri.ShouldBe("https://groups.api.sandbox.globuscs.info/");

    [Theory]
    [InlineData("30", 30)]
    [InlineData("0.5", 0.5)]
    [InlineData("2.", 2)]
    [InlineData(".25", 0.25)]
    [InlineData(" 12 ", 12)]
    [InlineData("1e2", 100)]
    [InlineData("+7", 7)]
    [InlineData("", 60)]
    [InlineData(null, 60)]
    public void The_timeout_is_read_as_seconds(string? value, double seconds) =>
        TestApps.Options([], ("GLOBUS_SDK_HTTP_TIMEOUT", value!)).AttemptTimeout.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("-1")]
    [InlineData("-1.0")]
    [InlineData(" -1 ")]
    public void A_timeout_of_minus_one_is_no_timeout(string value) =>
        TestApps.Options([], ("GLOBUS_SDK_HTTP_TIMEOUT", value)).AttemptTimeout.ShouldBe(Timeout.InfiniteTimeSpan);

    [Theory]
    [InlineData("soon")]
    [InlineData("-2")]
    [InlineData("0")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1,5")]
    [InlineData("90000")]
    public void A_timeout_that_is_none_is_an_error_that_names_the_variable(string value) =>
        Should.Throw<OptionsValidationException>(() => TestApps.Options([], ("GLOBUS_SDK_HTTP_TIMEOUT", value)))
            .Message.ShouldContain($"GLOBUS_SDK_HTTP_TIMEOUT is '{value}'; wanted is a number of seconds");

    [Fact]
    public void An_explicit_timeout_comes_before_the_variable_even_if_that_is_rubbish() =>
        TestApps.Options(["Globus:AttemptTimeout=00:00:05"], ("GLOBUS_SDK_HTTP_TIMEOUT", "soon")).AttemptTimeout.ShouldBe(TimeSpan.FromSeconds(5));

    [Fact]
    public void The_variables_of_the_process_count_where_nothing_else_is_registered()
    {
        using var provider = new ServiceCollection().AddGlobus().Services.Build();

        provider.GetRequiredService<IEnvironmentVariables>().Get("PATH").ShouldBe(Environment.GetEnvironmentVariable("PATH"));
    }
}
