using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Tests.Tokens.Storage;

public sealed class JsonTokenStorageTests : TokenStorageTests, IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task Two_storages_on_one_file_lose_nothing()
    {
        var path = _directory["tokens.json"];
        ITokenStorage[] storages = [new JsonTokenStorage(path), new JsonTokenStorage(path), new JsonTokenStorage(path, "other")];
        var cancellationToken = TestContext.Current.CancellationToken;

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(
            async () => await storages[number % 3].StoreAsync([TestTokens.Create($"server-{number}.example")], cancellationToken),
            cancellationToken)));

        (await storages[0].GetAllAsync(cancellationToken)).Count.ShouldBe(40);
        (await storages[1].GetAllAsync(cancellationToken)).Count.ShouldBe(40);
        (await storages[2].GetAllAsync(cancellationToken)).Count.ShouldBe(20);
        _directory.FileNames.ShouldBe(["tokens.json", "tokens.json.lock"]);
    }

    [Fact]
    public async Task A_reader_beside_writers_never_finds_half_a_file()
    {
        var storage = new JsonTokenStorage(_directory["tokens.json"]);
        var cancellationToken = TestContext.Current.CancellationToken;
        await storage.StoreAsync([TestTokens.Create("kept.example")], cancellationToken);

        var writing = Task.Run(
            async () =>
            {
                for (var number = 0; number < 100; number++)
                {
                    await storage.StoreAsync([TestTokens.Create($"server-{number}.example")], cancellationToken);
                }
            },
            cancellationToken);
        while (!writing.IsCompleted)
        {
            (await storage.GetAllAsync(cancellationToken)).Keys.ShouldContain("kept.example");
        }

        await writing;
    }

    [Fact]
    public async Task Removing_what_is_not_there_writes_nothing()
    {
        var storage = new JsonTokenStorage(_directory["folder/tokens.json"]);

        (await storage.RemoveAsync("a.example", TestContext.Current.CancellationToken)).ShouldBeFalse();
        await storage.StoreAsync([], TestContext.Current.CancellationToken);

        Directory.Exists(_directory["folder"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Says_where_it_keeps_tokens_and_whether_it_does()
    {
        var storage = new JsonTokenStorage(_directory["x/../tokens.json"], "work");

        (storage.Path, storage.Namespace).ShouldBe((_directory["tokens.json"], "work"));
        (await storage.ExistsAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
        await storage.StoreAsync([TestTokens.Create("a.example")], TestContext.Current.CancellationToken);
        (await storage.ExistsAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
    }

    public void Dispose() => _directory.Dispose();

    protected override ValueTask<ITokenStorage> OpenAsync(string place, string tokenNamespace, CancellationToken cancellationToken) =>
        new(new JsonTokenStorage(_directory[$"{place}/folder/tokens.json"], tokenNamespace));
}
