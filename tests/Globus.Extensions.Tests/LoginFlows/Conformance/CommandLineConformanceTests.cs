using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Testing;

namespace Globus.Extensions.Tests.LoginFlows.Conformance;

public sealed class CommandLineConformanceTests : LoginFlowTests
{
    protected override ILoginFlowManager Create(GlobusLoginClient loginClient, LoginFlowSettings settings, LoginPerson person)
    {
        var screen = new StringWriter();
        return new CommandLineLoginFlowManager(loginClient, settings, new TerminalPerson(person, screen), screen);
    }
}
