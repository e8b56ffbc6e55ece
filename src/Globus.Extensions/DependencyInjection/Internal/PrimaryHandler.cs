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
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust };
            policy.CustomTrustStore.ImportFromPemFile(file);
            handler.SslOptions.CertificateChainPolicy = policy;
        }

        return handler;
    }
}
