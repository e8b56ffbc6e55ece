namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>The name under which a strategy of this kind was registered, so that a message can list what there is.</summary>
internal sealed record StrategyName<TFactory>(string Name)
    where TFactory : class;
