using Globus.Extensions.Configuration;

namespace Globus.Extensions.Tests.Configuration;

public sealed class GlobusEnvironmentsTests
{
    [Theory]
    [InlineData("auth", "https://auth.globus.org/", "https://auth.preview.globus.org/", "https://auth.sandbox.globuscs.info/")]
    [InlineData("app", "https://app.globus.org/", "https://app.preview.globus.org/", "https://app.sandbox.globuscs.info/")]
    [InlineData("groups", "https://groups.api.globus.org/", "https://groups.api.preview.globus.org/", "https://groups.api.sandbox.globuscs.info/")]
    [InlineData("transfer", "https://transfer.api.globus.org/", "https://transfer.api.preview.globus.org/", "https://transfer.api.sandbox.globuscs.info/")]
    [InlineData("search", "https://search.api.globus.org/", "https://search.api.preview.globus.org/", "https://search.api.sandbox.globuscs.info/")]
    [InlineData("compute", "https://compute.api.globus.org/", "https://compute.api.preview.globus.org/", "https://compute.api.sandbox.globuscs.info/")]
    [InlineData("flows", "https://flows.automate.globus.org/", "https://preview.flows.automate.globus.org/", "https://sandbox.flows.automate.globus.org/")]
    [InlineData("timer", "https://timer.automate.globus.org/", "https://preview.timer.automate.globus.org/", "https://sandbox.timer.automate.globus.org/")]
    [InlineData("actions", "https://actions.automate.globus.org/", "https://preview.actions.automate.globus.org/", "https://sandbox.actions.automate.globus.org/")]
    [InlineData("nexus", "https://nexus.api.globusonline.org/", "https://nexus.api.preview.globus.org/", "https://nexus.api.sandbox.globuscs.info/")]
    public void Each_service_has_its_url_in_each_environment(string service, string production, string preview, string sandbox)
    {
        Url("production").ShouldBe(production);
        Url("preview").ShouldBe(preview);
        Url("sandbox").ShouldBe(sandbox);

        string Url(string environment) => GlobusEnvironments.GetServiceUrl(environment, service).AbsoluteUri;
    }

    [Theory]
    [InlineData("sandbox")]
    [InlineData("integration")]
    [InlineData("test")]
    [InlineData("staging")]
    public void The_internal_environments_have_a_domain_of_their_own(string environment)
    {
        GlobusEnvironments.GetServiceUrl(environment, "transfer").AbsoluteUri.ShouldBe($"https://transfer.api.{environment}.globuscs.info/");
        GlobusEnvironments.GetServiceUrl(environment, "auth").AbsoluteUri.ShouldBe($"https://auth.{environment}.globuscs.info/");
        GlobusEnvironments.GetServiceUrl(environment, "flows").AbsoluteUri.ShouldBe($"https://{environment}.flows.automate.globus.org/");
    }

    [Fact]
    public void Six_environments_are_known() =>
        GlobusEnvironments.Names.ShouldBe(["production", "preview", "sandbox", "integration", "test", "staging"]);

    [Theory]
    [InlineData("prod")]
    [InlineData("Production")]
    [InlineData("")]
    public void An_unknown_environment_is_refused_with_the_known_ones(string environment) =>
        Should.Throw<ArgumentException>(() => GlobusEnvironments.GetServiceUrl(environment, "auth"))
            .Message.ShouldContain($"'{environment}' is no Globus environment. Known are: production, preview");
}
