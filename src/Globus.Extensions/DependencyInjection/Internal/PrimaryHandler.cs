using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Makes the handler at the end of each pipeline.</summary>
internal static class PrimaryHandler
{
    public static SocketsHttpHandler Create(GlobusOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            // Clients live as long as their holders, so it is the connections that notice a change of addresses.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
        };
        if (options.CertificateAuthorityFile is { } file)
        {
            // Revocation is not looked up, as without a policy: a private authority that publishes none could not be trusted otherwise.
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPemFile(file);
            handler.SslOptions.CertificateChainPolicy = policy;
        }

        return handler;
    }
}
