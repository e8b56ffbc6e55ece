using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Globus.Extensions.Tests.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Globus.Extensions.Tests.Configuration;

/// <summary>An https server whose certificate comes from an authority that nobody knows, and that publishes no revocations.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly TemporaryDirectory _directory;

    private TlsServer(WebApplication application, TemporaryDirectory directory)
    {
        _application = application;
        _directory = directory;
    }

    public string AuthorityFile => _directory["authority.pem"];

    public string Url => _application.Urls.Single();

    public static async Task<TlsServer> StartAsync()
    {
        using var authority = CreateAuthority();
        var directory = new TemporaryDirectory();
        await File.WriteAllTextAsync(directory["authority.pem"], authority.ExportCertificatePem(), TestContext.Current.CancellationToken);
        var certificate = CreateServerCertificate(authority);

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var application = builder.Build();
        application.Run(static context => Task.CompletedTask);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new TlsServer(application, directory);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _directory.Dispose();
    }

    private static X509Certificate2 CreateAuthority()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Test authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static X509Certificate2 CreateServerCertificate(X509Certificate2 authority)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, new DateTimeOffset(authority.NotBefore), new DateTimeOffset(authority.NotAfter), [1, 2, 3, 4]);
        return certificate.CopyWithPrivateKey(key);
    }
}
