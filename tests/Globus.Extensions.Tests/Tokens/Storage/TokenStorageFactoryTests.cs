using Globus.Extensions.Configuration;
using Globus.Extensions.Tokens.Storage;
using Globus.Extensions.Tokens.Storage.Internal;

namespace Globus.Extensions.Tests.Tokens.Storage;

public sealed class TokenStorageFactoryTests
{
    private static readonly GlobusAppContext Context = new()
    {
        Name = "",
        AppName = "My App",
        ClientId = "client",
        Environment = "preview",
        TokenNamespace = "work",
    };

    [Fact]
    public void The_json_storage_stands_at_the_default_path_of_its_app()
    {
        var storage = new JsonTokenStorageFactory(static _ => null).Create(Context).ShouldBeOfType<JsonTokenStorage>();

        storage.Path.ShouldBe(Path.Combine(TokenStoragePaths.DefaultDirectory, "client", "my-app", "preview-tokens.json"));
        storage.Namespace.ShouldBe("work");
    }

    [Theory]
    [InlineData("DEFAULT", "client")]
    [InlineData("tokens", "tokens")]
    public void The_native_apps_storage_is_the_section_of_its_client_in_the_file_of_fair_research_login(string tokenNamespace, string section)
    {
        var context = new GlobusAppContext { Name = "", AppName = "CON", ClientId = "client", Environment = "preview", TokenNamespace = tokenNamespace };

        var storage = new NativeAppsTokenStorageFactory().Create(context).ShouldBeOfType<NativeAppsTokenStorage>();

        storage.Path.ShouldBe(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".globus-native-apps.cfg"));
        storage.Section.ShouldBe(section);
    }

    [Fact]
    public void Every_app_has_a_memory_of_its_own()
    {
        var factory = new MemoryTokenStorageFactory();

        factory.Create(Context).ShouldNotBeSameAs(factory.Create(Context));
    }

    [Fact]
    public async Task The_storage_named_none_keeps_nothing()
    {
        var storage = new NullTokenStorageFactory().Create(Context);
        var cancellationToken = TestContext.Current.CancellationToken;

        await storage.StoreAsync([TestTokens.Create("a.example")], cancellationToken);

        (await storage.GetAllAsync(cancellationToken)).ShouldBeEmpty();
        (await storage.GetAsync("a.example", cancellationToken)).ShouldBeNull();
        (await storage.RemoveAsync("a.example", cancellationToken)).ShouldBeFalse();
    }
}
