namespace Globus.Extensions.Emulator.Internal.Transfer;

/// <summary>What a login has to ask for, as errors say it.</summary>
internal sealed record AuthorizationParameters(string SessionMessage, IReadOnlyList<string> RequiredScopes);
