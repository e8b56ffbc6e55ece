namespace Globus.Extensions.Emulator.Internal.Scopes;

/// <summary>What consenting to a scope grants along with it.</summary>
/// <param name="Scope">The id of the other scope.</param>
/// <param name="Optional">Whether it can be revoked on its own.</param>
/// <param name="RequiresRefreshToken">Whether the owner wants to use it while the person is away.</param>
internal sealed record ScopeDependency(Guid Scope, bool Optional, bool RequiresRefreshToken);
