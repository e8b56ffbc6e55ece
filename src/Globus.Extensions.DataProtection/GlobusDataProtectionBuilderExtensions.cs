using Globus.Extensions.DataProtection;
using Globus.Extensions.DependencyInjection;
using Microsoft.AspNetCore.DataProtection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Encrypts the tokens of an app with ASP.NET Core Data Protection.</summary>
public static class GlobusDataProtectionBuilderExtensions
{
    /// <summary>
    /// Has the tokens of the app encrypted wherever its storage keeps them, with the keys of the application's Data Protection. The
    /// client id and the token namespace are part of the purpose.
    /// </summary>
    /// <remarks>
    /// Processes that share a token file must share the key ring and the application name of Data Protection
    /// (<c>PersistKeysTo…</c>, <c>SetApplicationName</c>), and protect the keys themselves (<c>ProtectKeysWith…</c>): by default they lie
    /// unencrypted in the user's profile on Linux and macOS. Without the keys the tokens are lost: people log in again.
    /// </remarks>
    /// <param name="builder">The builder of the app.</param>
    /// <returns>The builder.</returns>
    public static GlobusBuilder ProtectTokensWithDataProtection(this GlobusBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddDataProtection();
        return builder.ProtectTokens(static (services, context) =>
            new DataProtectionTokenProtector(services.GetRequiredService<IDataProtectionProvider>(), context.ClientId));
    }
}
