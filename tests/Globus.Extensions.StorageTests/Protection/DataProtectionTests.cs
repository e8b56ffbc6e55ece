using System.Security.Cryptography;
using Globus.Extensions.DataProtection;
using Globus.Extensions.StorageWorker;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.StorageTests.Protection;

/// <summary>Token files of an app with the keys of ASP.NET Core Data Protection.</summary>
public sealed class DataProtectionTests : IDisposable
{
    private const string ClientId = "00000000-0000-4000-a000-00000000cafe";
    private const string OtherClientId = "00000000-0000-4000-a000-00000000beef";

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string FilePath => _directory["tokens.json"];

    [Fact]
    public async Task Another_process_with_the_same_keys_reads_what_one_wrote()
    {
        await using var one = Build("keys");
        await using var other = Build("keys");

        await Storage(one).StoreAsync(Storages.Generation(1), Cancellation);

        Storages.GenerationOf(await Storage(other).GetAllAsync(Cancellation)).ShouldBe(1);
        (await File.ReadAllTextAsync(FilePath, Cancellation)).ShouldNotContain("server-0.example");
    }

    [Theory]
    [InlineData("other-keys", ClientId, "DEFAULT")]
    [InlineData("keys", OtherClientId, "DEFAULT")]
    public async Task Another_key_and_another_app_are_clear_errors(string keys, string clientId, string tokenNamespace)
    {
        await using var one = Build("keys");
        await Storage(one).StoreAsync(Storages.Generation(1), Cancellation);
        var before = await File.ReadAllBytesAsync(FilePath, Cancellation);
        await using var other = Build(keys, clientId, tokenNamespace);

        TokenStorageException[] errors =
        [
            await Should.ThrowAsync<TokenStorageException>(async () => await Storage(other).GetAllAsync(Cancellation)),
            await Should.ThrowAsync<TokenStorageException>(async () => await Storage(other).StoreAsync(Storages.Generation(2), Cancellation)),
            await Should.ThrowAsync<TokenStorageException>(async () => await other.GetRequiredService<IGlobusApp>().IsLoginRequiredAsync(Cancellation)),
        ];

        errors.ShouldAllBe(error => error.Message.StartsWith($"The JSON token storage cannot use the file '{FilePath}': its namespace 'DEFAULT' cannot be decrypted"));
        errors.ShouldAllBe(error => error.Message.EndsWith("Give the app the keys that the file was written with, or delete the file and log in again."));
        errors.ShouldAllBe(error => error.InnerException is CryptographicException);
        (await File.ReadAllBytesAsync(FilePath, Cancellation)).ShouldBe(before);
    }

    [Fact]
    public async Task Apps_with_namespaces_of_one_file_keep_apart()
    {
        await using var one = Build("keys");
        await using var other = Build("keys", OtherClientId, "other");

        await Storage(one).StoreAsync(Storages.Generation(1), Cancellation);
        await Storage(other).StoreAsync(Storages.Generation(2), Cancellation);

        Storages.GenerationOf(await Storage(one).GetAllAsync(Cancellation)).ShouldBe(1);
        Storages.GenerationOf(await Storage(other).GetAllAsync(Cancellation)).ShouldBe(2);
    }

    [Fact]
    public async Task The_namespace_is_part_of_the_purpose()
    {
        var protector = new DataProtectionTokenProtector(new EphemeralDataProtectionProvider(), ClientId);
        var data = await protector.ProtectAsync(new byte[] { 1, 2, 3 }, "one", Cancellation);

        (await protector.UnprotectAsync(data, "one", Cancellation)).ToArray().ShouldBe([1, 2, 3]);
        await Should.ThrowAsync<CryptographicException>(async () => await protector.UnprotectAsync(data, "other", Cancellation));
    }

    [Fact]
    public async Task An_app_without_the_protector_does_not_take_the_file_for_an_empty_one()
    {
        await using var one = Build("keys");
        await Storage(one).StoreAsync(Storages.Generation(1), Cancellation);

        (await Should.ThrowAsync<TokenStorageException>(async () => await new JsonTokenStorage(FilePath).GetAllAsync(Cancellation)))
            .Message.ShouldContain("it is encrypted, and this storage has no token protector");
    }

    [Fact]
    public async Task Other_apps_of_the_container_are_not_protected_by_it()
    {
        var services = new ServiceCollection();
        services.AddGlobus("plain", options => (options.ClientId, options.TokenFilePath) = (ClientId, _directory["plain.json"]));
        Add(services, "keys", ClientId, "DEFAULT");
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        await provider.GetRequiredKeyedService<ITokenStorage>("plain").StoreAsync(Storages.Generation(1), Cancellation);
        await Storage(provider).StoreAsync(Storages.Generation(1), Cancellation);

        (await File.ReadAllTextAsync(_directory["plain.json"], Cancellation)).ShouldContain("server-0.example");
        (await File.ReadAllTextAsync(FilePath, Cancellation)).ShouldNotContain("server-0.example");
    }

    [Theory]
    [InlineData("native-apps")]
    [InlineData("sqlite")]
    public void A_storage_that_does_not_protect_is_refused(string storage)
    {
        var services = new ServiceCollection();
        services.AddGlobus(options => (options.ClientId, options.TokenStorage) = (ClientId, storage)).AddSqliteTokenStorage().ProtectTokensWithDataProtection();
        using var provider = services.BuildServiceProvider();

        Should.Throw<OptionsValidationException>(() => provider.GetRequiredService<IGlobusApp>())
            .Message.ShouldContain($"Globus:TokenStorage: '{storage}' keeps tokens as they are, where other programs read them, but the app was told to protect them. Use 'json'");
    }

    public void Dispose() => _directory.Dispose();

    private static ITokenStorage Storage(IServiceProvider provider) => provider.GetRequiredService<ITokenStorage>();

    private ServiceProvider Build(string keys, string clientId = ClientId, string tokenNamespace = "DEFAULT")
    {
        var services = new ServiceCollection();
        Add(services, keys, clientId, tokenNamespace);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private void Add(ServiceCollection services, string keys, string clientId, string tokenNamespace)
    {
        services.AddDataProtection().SetApplicationName("tests").PersistKeysToFileSystem(Directory.CreateDirectory(_directory[keys]));
        services
            .AddGlobus(options => (options.ClientId, options.TokenFilePath, options.TokenNamespace) = (clientId, FilePath, tokenNamespace))
            .ProtectTokensWithDataProtection();
    }
}
