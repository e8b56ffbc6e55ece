using System.Text;
using System.Text.Json;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Tests.Tokens.Storage;

/// <summary>Files that cannot be used are reported, and never touched.</summary>
public sealed class JsonTokenStorageFaultTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string FilePath => _directory["tokens.json"];

    [Fact]
    public async Task Every_invalid_file_of_the_reference_is_reported_and_left_alone()
    {
        var file = SharedFolder.File("conformance", "tokenstorage", "json-invalid-cases.json");
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file, Cancellation));
        var cases = document.RootElement.GetProperty("cases").EnumerateArray().ToArray();
        var passed = 0;

        foreach (var single in cases)
        {
            var content = single.GetProperty("content");
            var text = content.ValueKind == JsonValueKind.String ? content.GetString()! : content.GetRawText();
            if (single.GetProperty("results").GetProperty("JSONTokenStorage").TryGetProperty("ok", out _))
            {
                await File.WriteAllTextAsync(FilePath, text, Cancellation);
                await Should.NotThrowAsync(async () => await new JsonTokenStorage(FilePath).GetAllAsync(Cancellation));
            }
            else
            {
                await ShouldBeRefused(Encoding.UTF8.GetBytes(text));
            }

            passed++;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{passed} of {cases.Length} cases");
        passed.ShouldBe(cases.Length);
    }

    [Fact]
    public async Task An_empty_file_is_reported_and_left_alone() =>
        (await ShouldBeRefused([])).Message.ShouldContain("it is empty");

    [Fact]
    public async Task A_truncated_file_is_reported_and_left_alone()
    {
        await new JsonTokenStorage(FilePath).StoreAsync([TestTokens.Create("a.example")], Cancellation);
        var whole = await File.ReadAllBytesAsync(FilePath, Cancellation);

        for (var length = 1; length < whole.Length; length++)
        {
            (await ShouldBeRefused(whole[..length])).Message.ShouldContain("it is not complete, valid JSON (line 1, byte ");
        }
    }

    [Theory]
    [InlineData("""{"some": "settings"}""", "it is not a token file", "another file")]
    [InlineData("""{"format_version": "3.0", "data": {}, "globus-sdk.version": "9"}""", "its format is not known", "update this one")]
    [InlineData("""{"format_version": "2.0", "data": {"DEFAULT": []}, "globus-sdk.version": "4"}""", "its namespace 'DEFAULT' is not an object", "log in again")]
    [InlineData("""{"format_version": "2.0", "data": {"DEFAULT": {"a": 1}}, "globus-sdk.version": "4"}""", "the record of 'a' in the namespace 'DEFAULT' is unusable", "log in again")]
    [InlineData("""{"format_version": "2.0", "data": {"DEFAULT": {"a": {"resource_server": "b", "scope": "", "access_token": "SECRET", "expires_at_seconds": 1}}}, "globus-sdk.version": "4"}""", "its 'resource_server' is another one", "log in again")]
    [InlineData("""{"format_version": "2.0", "data": {"DEFAULT": {"a": {"resource_server": "a", "scope": "\ud800", "access_token": "SECRET", "expires_at_seconds": 1}}}, "globus-sdk.version": "4"}""", "not valid Unicode", "log in again")]
    [InlineData("""{"format_version": "2.0", "data": {"DEFAULT": {"a": {"resource_server": "a", "scope": "s", "access_token": "SECRET", "expires_at_seconds": 99999999999999}}}, "globus-sdk.version": "4"}""", "'expires_at_seconds'", "log in again")]
    [InlineData("""{"format_version": "2.0", "data": {"DEFAULT": {"\ud800": {}}}, "globus-sdk.version": "4"}""", "not valid Unicode", "log in again")]
    [InlineData("""{"access_token": SECRET-ACCESS}""", "it is not complete, valid JSON (line 1, byte ", "backup")]
    [InlineData("""["SECRET-ACCESS"] SECRET""", "it is not complete, valid JSON", "backup")]
    public async Task Says_what_is_wrong_and_what_to_do(string content, string problem, string remedy)
    {
        var error = await ShouldBeRefused(Encoding.UTF8.GetBytes(content));

        error.Message.ShouldContain(problem);
        error.Message.ShouldContain(remedy);
    }

    [Fact]
    public async Task A_bad_record_elsewhere_does_not_matter()
    {
        await File.WriteAllTextAsync(
            FilePath,
            """{"format_version": "2.0", "data": {"odd": 5, "other": {"r": {}}}, "globus-sdk.version": "4"}""",
            Cancellation);
        var storage = new JsonTokenStorage(FilePath);

        await storage.StoreAsync([TestTokens.Create("a.example")], Cancellation);

        (await storage.GetAllAsync(Cancellation)).Keys.ShouldBe(["a.example"]);
        (await File.ReadAllTextAsync(FilePath, Cancellation)).ShouldContain("\"odd\":5,\"other\":{\"r\": {}}");
        await Should.ThrowAsync<TokenStorageException>(async () => await new JsonTokenStorage(FilePath, "other").GetAllAsync(Cancellation));
    }

    [Fact]
    public async Task A_good_record_beside_a_bad_one_can_be_read()
    {
        await File.WriteAllTextAsync(
            FilePath,
            """
            {"format_version": "2.0", "globus-sdk.version": "4", "data": {"DEFAULT": {"bad": {},
             "good": {"resource_server": "good", "scope": "s", "access_token": "t", "expires_at_seconds": 1}}}}
            """,
            Cancellation);
        var storage = new JsonTokenStorage(FilePath);

        (await storage.GetAsync("good", Cancellation)).ShouldNotBeNull();
        (await Should.ThrowAsync<TokenStorageException>(async () => await storage.GetAsync("bad", Cancellation))).Message.ShouldContain("'bad'");
    }

    [Fact]
    public async Task A_folder_in_place_of_the_file_is_reported()
    {
        Directory.CreateDirectory(FilePath);

        var error = await Should.ThrowAsync<TokenStorageException>(async () => await new JsonTokenStorage(FilePath).GetAllAsync(Cancellation));

        error.Message.ShouldContain("cannot read the file");
        error.Location.ShouldBe(FilePath);
        error.InnerException.ShouldNotBeNull();
    }

    public void Dispose() => _directory.Dispose();

    private async Task<TokenStorageException> ShouldBeRefused(byte[] content)
    {
        await File.WriteAllBytesAsync(FilePath, content, Cancellation);
        var storage = new JsonTokenStorage(FilePath);

        TokenStorageException[] errors =
        [
            await Should.ThrowAsync<TokenStorageException>(async () => await storage.GetAllAsync(Cancellation)),
            await Should.ThrowAsync<TokenStorageException>(async () => await storage.StoreAsync([TestTokens.Create("r")], Cancellation)),
            await Should.ThrowAsync<TokenStorageException>(async () => await storage.RemoveAsync("r", Cancellation)),
        ];

        (await File.ReadAllBytesAsync(FilePath, Cancellation)).ShouldBe(content);
        errors.ShouldAllBe(error => error.Location == FilePath && error.Message.Contains("The JSON token storage cannot use"));
        errors.ShouldAllBe(error => error.Message.Contains(FilePath) && error.Message.Contains("The file was left as it is."));
        errors.ShouldAllBe(error => !error.ToString().Contains("SECRET", StringComparison.OrdinalIgnoreCase));
        return errors[0];
    }
}
