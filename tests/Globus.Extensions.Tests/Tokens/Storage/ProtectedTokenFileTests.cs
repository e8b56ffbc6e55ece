using System.Text.Json;
using System.Text.Json.Nodes;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Tests.Tokens.Storage;

/// <summary>A JSON file with a protector: what is in it, and what happens with another key, with none, and to files without protection.</summary>
public sealed class ProtectedTokenFileTests : TokenStorageTests, IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string FilePath => _directory["tokens.json"];

    [Fact]
    public async Task The_file_shows_neither_tokens_nor_resource_servers()
    {
        await Protected().StoreAsync([TestTokens.Create("a.example")], Cancellation);

        var text = await File.ReadAllTextAsync(FilePath, Cancellation);
        text.ShouldStartWith("""{"data":{"DEFAULT":" """.TrimEnd());
        text.ShouldEndWith(""" "},"format_version":"globus-extensions-protected-1.0","globus-sdk.version":"4.9.0"}""".TrimStart());
        foreach (var part in new[] { "SECRET", "a.example", "openid", "access_token" })
        {
            text.ShouldNotContain(part);
        }
    }

    [Fact]
    public async Task Namespaces_are_protected_each_for_itself()
    {
        await Protected().StoreAsync([TestTokens.Create("a.example", "one")], Cancellation);
        await Protected("other").StoreAsync([TestTokens.Create("a.example", "two")], Cancellation);

        (await Protected().GetAsync("a.example", Cancellation))!.AccessToken.ShouldBe("one");
        (await Protected("other").GetAsync("a.example", Cancellation))!.AccessToken.ShouldBe("two");

        var file = await ReadFileAsync();
        file["data"]!["DEFAULT"] = file["data"]!["other"]!.DeepClone();
        await ShouldBeRefusedAsync(Protected(), file, "its namespace 'DEFAULT' cannot be decrypted", "Give the app the keys");
    }

    [Fact]
    public async Task An_encrypted_file_is_no_use_without_a_protector()
    {
        await Protected().StoreAsync([TestTokens.Create("a.example")], Cancellation);

        await ShouldBeRefusedAsync(new JsonTokenStorage(FilePath), await ReadFileAsync(), "it is encrypted, and this storage has no token protector", "Give the app the protector");
        await ShouldBeRefusedAsync(new JsonTokenStorage(FilePath, "other"), await ReadFileAsync(), "it is encrypted", "log in again");
    }

    [Fact]
    public async Task Another_key_is_reported_and_nothing_is_lost()
    {
        await Protected().StoreAsync([TestTokens.Create("a.example")], Cancellation);

        await ShouldBeRefusedAsync(new JsonTokenStorage(FilePath, protector: new XorProtector(7)), await ReadFileAsync(), "cannot be decrypted: it was written with another key", "Give the app the keys");

        (await Protected().GetAllAsync(Cancellation)).Keys.ShouldBe(["a.example"]);
    }

    [Theory]
    [InlineData("AAAA", "cannot be decrypted")]
    [InlineData("", "cannot be decrypted")]
    [InlineData("not base64!", "is not valid Base64")]
    [InlineData(7, "is not an object")]
    public async Task Tampering_is_reported(object value, string problem)
    {
        await Protected().StoreAsync([TestTokens.Create("a.example")], Cancellation);
        var file = await ReadFileAsync();
        file["data"]!["DEFAULT"] = value is string text ? JsonValue.Create(text) : JsonValue.Create((int)value);

        await ShouldBeRefusedAsync(Protected(), file, problem, "log in again");
    }

    [Fact]
    public async Task A_changed_byte_is_reported()
    {
        await Protected().StoreAsync([TestTokens.Create("a.example")], Cancellation);
        var file = await ReadFileAsync();
        var bytes = Convert.FromBase64String(file["data"]!["DEFAULT"]!.GetValue<string>());
        bytes[^5] ^= 1;
        file["data"]!["DEFAULT"] = Convert.ToBase64String(bytes);

        await ShouldBeRefusedAsync(Protected(), file, "was changed since", "log in again");
    }

    [Fact]
    public async Task A_plain_file_is_read_and_its_namespace_encrypted_by_the_next_change()
    {
        await new JsonTokenStorage(FilePath).StoreAsync([TestTokens.Create("a.example")], Cancellation);
        await new JsonTokenStorage(FilePath, "other").StoreAsync([TestTokens.Create("b.example", "PLAIN")], Cancellation);

        (await Protected().GetAllAsync(Cancellation)).Keys.ShouldBe(["a.example"]);
        (await File.ReadAllTextAsync(FilePath, Cancellation)).ShouldContain("ACCESS-SECRET");
        await Protected().StoreAsync([TestTokens.Create("c.example")], Cancellation);

        (await Protected().GetAllAsync(Cancellation)).Keys.ShouldBe(["a.example", "c.example"]);
        (await File.ReadAllTextAsync(FilePath, Cancellation)).ShouldNotContain("ACCESS-SECRET");

        // The namespace of another app is its own business; it is still there for it, once it has a protector.
        (await Protected("other").GetAsync("b.example", Cancellation))!.AccessToken.ShouldBe("PLAIN");
    }

    [Fact]
    public async Task A_file_of_version_1_is_encrypted_too()
    {
        await File.WriteAllTextAsync(
            FilePath,
            """{"by_rs": {"a": {"resource_server": "a", "scope": "s", "access_token": "t", "expires_at_seconds": 1}}, "format_version": "1.0", "kept": 1}""",
            Cancellation);

        await Protected().StoreAsync([TestTokens.Create("b")], Cancellation);

        (await Protected().GetAllAsync(Cancellation)).Keys.ShouldBe(["a", "b"]);
        (await ReadFileAsync())["kept"]!.GetValue<int>().ShouldBe(1);
    }

    public void Dispose() => _directory.Dispose();

    protected override ValueTask<ITokenStorage> OpenAsync(string place, string tokenNamespace, CancellationToken cancellationToken) =>
        new(new JsonTokenStorage(_directory[$"{place}.json"], tokenNamespace, protector: new XorProtector(42)));

    private JsonTokenStorage Protected(string tokenNamespace = "DEFAULT") => new(FilePath, tokenNamespace, protector: new XorProtector(42));

    private async Task<JsonNode> ReadFileAsync() => JsonNode.Parse(await File.ReadAllBytesAsync(FilePath, Cancellation))!;

    private async Task ShouldBeRefusedAsync(JsonTokenStorage storage, JsonNode file, string problem, string remedy)
    {
        var content = file.ToJsonString(new JsonSerializerOptions());
        await File.WriteAllTextAsync(FilePath, content, Cancellation);

        TokenStorageException[] errors =
        [
            await Should.ThrowAsync<TokenStorageException>(async () => await storage.GetAllAsync(Cancellation)),
            await Should.ThrowAsync<TokenStorageException>(async () => await storage.StoreAsync([TestTokens.Create("r")], Cancellation)),
            await Should.ThrowAsync<TokenStorageException>(async () => await storage.RemoveAsync("r", Cancellation)),
        ];

        (await File.ReadAllTextAsync(FilePath, Cancellation)).ShouldBe(content);
        errors.ShouldAllBe(error => error.Location == FilePath && error.Message.Contains(problem) && error.Message.Contains(remedy));
        errors.ShouldAllBe(error => !error.ToString().Contains("SECRET"));
    }
}
