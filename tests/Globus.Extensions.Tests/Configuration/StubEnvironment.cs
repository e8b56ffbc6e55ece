using Globus.Extensions.Configuration.Internal;

namespace Globus.Extensions.Tests.Configuration;

/// <summary>The variables of a test, and none of the machine's.</summary>
internal sealed class StubEnvironment(params (string Name, string Value)[] variables) : IEnvironmentVariables
{
    public string? Get(string name) => variables.FirstOrDefault(variable => variable.Name == name).Value;
}
