using Globus.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Configuration;

public sealed class OptionsDefaultsTests
{
    [Fact]
    public void A_client_id_alone_makes_an_app_of_a_user()
    {
        var options = TestApps.Options([]);

        options.Kind.ShouldBe(GlobusAppKind.User);
        options.LoginFlows.ShouldBe(["auto"]);
        options.TokenStorage.ShouldBe("json");
        options.TokenNamespace.ShouldBe("DEFAULT");
        options.AppName.ShouldBe("Unnamed Globus App");
        options.Services.ShouldBe(["auth", "groups", "transfer"]);
        options.AttemptTimeout.ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_secret_makes_an_app_of_a_client()
    {
        var options = TestApps.Options(["Globus:ClientSecret=secret"]);

        options.Kind.ShouldBe(GlobusAppKind.Client);
        options.LoginFlows.ShouldBeEmpty();
    }

    [Fact]
    public void A_secret_and_a_login_flow_make_an_app_of_a_user() =>
        TestApps.Options(["Globus:ClientSecret=secret", "Globus:LoginFlows:0=command-line", "Globus:LoginRedirectUri=https://app.example/"])
            .Kind.ShouldBe(GlobusAppKind.User);

    [Fact]
    public void A_named_app_is_called_by_its_name()
    {
        using var provider = TestApps.Services().AddGlobus("archive", options => options.ClientId = TestApps.NativeClientId).Services.Build();

        provider.Options("archive").AppName.ShouldBe("archive");
    }
}
