using System.Text.Json;
using Globus.Extensions.Configuration;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Tests.Tokens.Storage;

public sealed class TokenStoragePathsTests
{
    [Fact]
    public async Task App_names_give_the_folder_names_of_the_reference()
    {
        var file = SharedFolder.File("conformance", "tokenstorage", "default-paths.json");
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        var cases = document.RootElement.GetProperty("cases").EnumerateArray().ToArray();
        var passed = 0;

        foreach (var single in cases)
        {
            var expected = single.TryGetProperty("slug", out var value) ? value.GetString() : null;
            TokenStoragePaths.TryGetSlug(single.GetProperty("app_name").GetString()!, out var slug, out var error)
                .ShouldBe(expected is not null);
            slug.ShouldBe(expected);
            (error is null).ShouldBe(expected is not null);
            passed++;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{passed} of {cases.Length} cases");
    }

    [Theory]
    [InlineData("a\u00A0b\u200Bc\u2028d", "abcd")]
    [InlineData("Ω\U0001F680", "ω\U0001F680")]
    [InlineData("<>:\"/\\|?*", "+++++++++")]
    [InlineData("Globus CLI v3.30.0", "globus-cli-v3-30-0")]
    [InlineData("com10", "com10")]
    public void Further_app_names_give_the_names_that_python_gives(string appName, string expected)
    {
        TokenStoragePaths.TryGetSlug(appName, out var slug, out _).ShouldBeTrue();

        slug.ShouldBe(expected);
    }

    [Theory]
    [InlineData(false, "HOME=/home/a", "/home/a/.globus/app")]
    [InlineData(false, "HOME=/", "/.globus/app")]
    [InlineData(true, @"LOCALAPPDATA=C:\L;APPDATA=C:\R;USERPROFILE=C:\U", @"C:\L\globus\app")]
    [InlineData(true, @"APPDATA=C:\R;USERPROFILE=C:\U", @"C:\R\globus\app")]
    [InlineData(true, @"LOCALAPPDATA=;APPDATA=C:\R;USERPROFILE=C:\U", @"C:\U\AppData\Local\globus\app")]
    [InlineData(true, @"USERPROFILE=C:\U", @"C:\U\AppData\Local\globus\app")]
    public void The_data_directory_is_the_one_of_the_reference(bool isWindows, string variables, string expected)
    {
        var environment = variables.Split(';').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

        TokenStoragePaths.GetDefaultDirectory(isWindows, environment.GetValueOrDefault).ShouldBe(expected);
    }

    [Theory]
    [InlineData("production", "tokens.json")]
    [InlineData("preview", "preview-tokens.json")]
    public void The_environment_is_part_of_the_file_name(string environment, string fileName) =>
        TokenStoragePaths.GetDefaultPath("client", "My App", environment, "json")
            .ShouldBe(Path.Combine(TokenStoragePaths.DefaultDirectory, "client", "my-app", fileName));

    [Theory]
    [InlineData("../up", "app", "production")]
    [InlineData("..", "app", "production")]
    [InlineData("", "app", "production")]
    [InlineData("client", "CON", "production")]
    [InlineData("client", "app", "a/b")]
    public void No_path_leads_out_of_the_directory(string clientId, string appName, string environment) =>
        Should.Throw<ArgumentException>(() => TokenStoragePaths.GetDefaultPath(clientId, appName, environment, "json"));

    [Fact]
    public void A_configured_path_wins()
    {
        var context = new GlobusAppContext
        {
            Name = "",
            AppName = "CON",
            ClientId = "client",
            Environment = "production",
            TokenNamespace = "DEFAULT",
            TokenFilePath = "/srv/x/../tokens.json",
        };

        TokenStoragePaths.GetPath(context, "json").ShouldBe(Path.GetFullPath("/srv/tokens.json"));
    }
}
