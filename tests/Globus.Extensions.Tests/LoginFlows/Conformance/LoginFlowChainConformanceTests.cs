using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Testing;

namespace Globus.Extensions.Tests.LoginFlows.Conformance;

/// <summary>The chain of <c>auto</c> where there is no browser.</summary>
public sealed class LoginFlowChainConformanceTests : LoginFlowTests
{
    protected override ILoginFlowManager Create(GlobusLoginClient loginClient, LoginFlowSettings settings, LoginPerson person)
    {
        var screen = new StringWriter();
        return new LoginFlowChain(
        [
            new("local-server", new LocalServerLoginFlowManager(loginClient, settings, null, new NoBrowser(), screen)),
            new("command-line", new CommandLineLoginFlowManager(loginClient, settings, new TerminalPerson(person, screen), screen)),
        ]);
    }

    private sealed class NoBrowser : IBrowserLauncher
    {
        public string? UnavailableReason => "there is no display";

        public Task LaunchAsync(Uri address, CancellationToken cancellationToken = default) => throw new InvalidOperationException("There is no browser.");
    }
}
