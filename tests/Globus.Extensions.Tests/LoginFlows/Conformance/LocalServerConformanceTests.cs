using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Testing;

namespace Globus.Extensions.Tests.LoginFlows.Conformance;

public sealed class LocalServerConformanceTests : LoginFlowTests
{
    protected override ILoginFlowManager Create(GlobusLoginClient loginClient, LoginFlowSettings settings, LoginPerson person) =>
        new LocalServerLoginFlowManager(loginClient, settings, null, new BrowserPerson(person), TextWriter.Null);
}
