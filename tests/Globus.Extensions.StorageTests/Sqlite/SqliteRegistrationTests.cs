using Globus.Extensions.DependencyInjection;
using Globus.Extensions.Sqlite;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Globus.Extensions.StorageTests.Sqlite;

public sealed class SqliteRegistrationTests : IDisposable
{
    private const string ClientId = "3f0e9a1c-1111-4222-8333-444455556666";

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_database_stands_where_the_reference_has_its_own()
    {
        using var provider = Provide(options => options.AppName = "My App", static builder => builder.AddSqliteTokenStorage());

        var storage = provider.GetRequiredService<ITokenStorage>().ShouldBeOfType<SqliteTokenStorage>();

        storage.Path.ShouldBe(Path.Combine(TokenStoragePaths.DefaultDirectory, ClientId, "my-app", "tokens.db"));
        storage.Namespace.ShouldBe("DEFAULT");
    }

    [Fact]
    public async Task The_options_of_an_app_are_its_own()
    {
        var services = new ServiceCollection();
        services.AddGlobus("patient", Options("patient.db")).AddSqliteTokenStorage();
        services.AddGlobus("hasty", Options("hasty.db")).AddSqliteTokenStorage(static options => options.BusyTimeout = TimeSpan.Zero);
        await using var provider = services.BuildServiceProvider();
        var hasty = provider.GetRequiredKeyedService<ITokenStorage>("hasty");
        await hasty.StoreAsync([TestTokens.Create("a.example")], Cancellation);
        using var other = TestDatabase.Open(_directory["hasty.db"]);
        other.Execute("BEGIN IMMEDIATE");

        var error = await Should.ThrowAsync<TokenStorageException>(async () => await hasty.StoreAsync([TestTokens.Create("a.example")], Cancellation));

        error.Message.ShouldContain("locked for 0 seconds");
        provider.GetRequiredKeyedService<ITokenStorage>("patient").ShouldBeOfType<SqliteTokenStorage>().Path.ShouldBe(_directory["patient.db"]);

        Action<GlobusOptions> Options(string file) => options =>
        {
            options.ClientId = ClientId;
            options.TokenStorage = TokenStorageNames.Sqlite;
            options.TokenFilePath = _directory[file];
        };
    }

    [Fact]
    public void Without_the_package_registered_the_name_leads_to_it()
    {
        using var provider = Provide();

        var error = Should.Throw<OptionsValidationException>(() => provider.GetRequiredService<IGlobusApp>());

        error.Message.ShouldContain("Globus:TokenStorage: 'sqlite' is no token storage that is registered. Known are: json, ");
        error.Message.ShouldContain("reference it, and call AddSqliteTokenStorage()");
    }

    [Fact]
    public void A_database_in_memory_is_refused_with_the_setting()
    {
        using var provider = Provide(static options => options.TokenFilePath = ":memory:", static builder => builder.AddSqliteTokenStorage());

        Should.Throw<OptionsValidationException>(() => provider.GetRequiredService<ITokenStorage>()).Message
            .ShouldContain("Globus:TokenFilePath: a database in memory keeps nothing. Use the token storage 'memory' instead.");
    }

    [Fact]
    public void Two_apps_with_one_database_and_namespace_are_refused()
    {
        var services = new ServiceCollection();
        services.AddGlobus("one", Configure).AddSqliteTokenStorage();
        services.AddGlobus("two", Configure).AddSqliteTokenStorage();
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredKeyedService<ITokenStorage>("one");

        Should.Throw<OptionsValidationException>(() => provider.GetRequiredKeyedService<ITokenStorage>("two")).Message
            .ShouldContain("is where the app 'one' keeps its tokens");

        void Configure(GlobusOptions options)
        {
            options.ClientId = ClientId;
            options.TokenStorage = TokenStorageNames.Sqlite;
            options.TokenFilePath = _directory["tokens.db"];
        }
    }

    public void Dispose() => _directory.Dispose();

    private static ServiceProvider Provide(Action<GlobusOptions>? configure = null, Action<GlobusBuilder>? build = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddGlobus(options =>
        {
            options.ClientId = ClientId;
            options.TokenStorage = TokenStorageNames.Sqlite;
            configure?.Invoke(options);
        });
        build?.Invoke(builder);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
