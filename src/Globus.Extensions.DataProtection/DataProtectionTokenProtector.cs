using Globus.Extensions.Tokens.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Globus.Extensions.DataProtection;

/// <summary>Encrypts tokens at rest with the keys of ASP.NET Core Data Protection.</summary>
/// <remarks>
/// What one app or token namespace has written cannot be decrypted for another one, even with the same keys. Data Protection changes
/// its keys from time to time and keeps the old ones, so what was written before stays readable. Thread-safe.
/// </remarks>
public sealed class DataProtectionTokenProtector : ITokenProtector
{
    private const string RootPurpose = "Globus.Extensions.Tokens";

    private readonly IDataProtector _app;

    /// <summary>Creates the protector of an app.</summary>
    /// <param name="provider">Where the keys come from.</param>
    /// <param name="clientId">The client id of the app.</param>
    public DataProtectionTokenProtector(IDataProtectionProvider provider, string clientId)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentException.ThrowIfNullOrWhiteSpace(clientId);
        _app = provider.CreateProtector(RootPurpose, clientId);
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> ProtectAsync(ReadOnlyMemory<byte> plaintext, string purpose, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        cancellationToken.ThrowIfCancellationRequested();
        return new(_app.CreateProtector(purpose).Protect(plaintext.ToArray()));
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> UnprotectAsync(ReadOnlyMemory<byte> protectedData, string purpose, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        cancellationToken.ThrowIfCancellationRequested();
        return new(_app.CreateProtector(purpose).Unprotect(protectedData.ToArray()));
    }
}
