namespace Globus.Extensions.Testing.Internal;

/// <summary>One thing that every storage must do.</summary>
internal sealed record ConformanceCheck(string Name, Func<ConformancePlace, Task> Run)
{
    /// <summary>Whether it opens several storages that share what they keep.</summary>
    public bool NeedsSharing { get; init; }

    /// <summary>Whether it uses several namespaces.</summary>
    public bool NeedsNamespaces { get; init; }
}
