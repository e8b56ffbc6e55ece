namespace Globus.Extensions.Configuration.Internal;

/// <summary>Where the <c>GLOBUS_SDK_*</c> variables come from: the process, or a test.</summary>
internal interface IEnvironmentVariables
{
    string? Get(string name);
}
