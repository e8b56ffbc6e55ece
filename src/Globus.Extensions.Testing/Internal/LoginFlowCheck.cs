namespace Globus.Extensions.Testing.Internal;

/// <summary>One thing that every login flow manager must do.</summary>
internal sealed record LoginFlowCheck(string Name, Func<LoginTrial, Task> Run)
{
    /// <summary>Whether a person takes part who does not simply log in.</summary>
    public bool NeedsPerson { get; init; }

    /// <summary>Whether it looks at what the Globus of the suite was asked.</summary>
    public bool NeedsOwnGlobus { get; init; }
}
