using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Globus.Extensions.Configuration;

/// <summary>What the factory of a strategy, such as a token storage or a login flow, may know of the app it works for.</summary>
public sealed class GlobusAppContext
{
    /// <summary>The name that the app is registered under, which is its key in the container; empty for the default app.</summary>
    public required string Name { get; init; }

    /// <summary>The app's name for people. It is also part of the default path of token files.</summary>
    public required string AppName { get; init; }

    /// <summary>The client id that the app is registered under at Globus.</summary>
    public required string ClientId { get; init; }

    /// <summary>The Globus environment, for example <c>production</c> or <c>preview</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>The part of the storage that belongs to the app, usually <c>DEFAULT</c>.</summary>
    public required string TokenNamespace { get; init; }

    /// <summary>The token file that was configured; <see langword="null"/>, the default, stands for the default path.</summary>
    public string? TokenFilePath { get; init; }

    /// <summary>The clock; <see cref="TimeProvider.System"/> by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where loggers come from; by default they log nothing.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;
}
