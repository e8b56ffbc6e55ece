using Globus.Extensions.Configuration;
using Globus.Extensions.Emulator.Hosting;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Testing;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.LoginFlows.Conformance;

public sealed class EmulatorFlowConformanceTests : LoginFlowTests, IAsyncLifetime
{
    private EmulatedGlobus _globus = null!;
    private IServiceProvider _services = null!;

    protected override bool AsksPerson => false;

    protected override GlobusLoginClient LoginClient => _services.GetRequiredService<GlobusLoginClient>();

    public async ValueTask InitializeAsync()
    {
        _globus = await EmulatedGlobus.StartAsync();
        _services = _globus.Provide();
    }

    public ValueTask DisposeAsync() => _globus.DisposeAsync();

    protected override ILoginFlowManager Create(GlobusLoginClient loginClient, LoginFlowSettings settings, LoginPerson person)
    {
        var context = new GlobusAppContext
        {
            Name = "",
            AppName = "conformance",
            ClientId = loginClient.ClientId,
            Environment = "production",
            TokenNamespace = "DEFAULT",
        };
        return _services.GetRequiredKeyedService<ILoginFlowManagerFactory>(EmulatorLoginFlow.Name).Create(context, loginClient, settings);
    }
}
