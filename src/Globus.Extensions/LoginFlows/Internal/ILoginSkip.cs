namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>How a person says that they want the next login flow: at the console, or in a test.</summary>
internal interface ILoginSkip
{
    /// <summary>Waits until the person wants the next flow; where they cannot say so, until it is cancelled.</summary>
    Task WaitAsync(string nextLoginFlow, bool isKeyboardFree, CancellationToken cancellationToken);
}
