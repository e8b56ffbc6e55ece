using FsCheck;
using FsCheck.Fluent;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Tests.Tokens.Storage;

/// <summary>What every storage that keeps tokens must do. Each implementation runs it by deriving from it.</summary>
public abstract class TokenStorageConformance
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_empty_at_first()
    {
        var storage = Create();

        (await storage.GetAllAsync(Cancellation)).ShouldBeEmpty();
        (await storage.GetAsync("a.example", Cancellation)).ShouldBeNull();
        (await storage.RemoveAsync("a.example", Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task Gives_back_what_was_stored()
    {
        var storage = Create();
        var full = TestTokens.Create("a.example") with { ExtensionData = TestTokens.Members("""{"future":{"x":[1,null]}}""") };
        var sparse = TestTokens.Create("b.example") with { IdentityId = null, RefreshToken = null, TokenType = null };

        await storage.StoreAsync([full, sparse], Cancellation);

        (await storage.GetAsync("a.example", Cancellation)).ShouldBe(full);
        var all = await storage.GetAllAsync(Cancellation);
        all.Keys.ShouldBe(["a.example", "b.example"], ignoreOrder: true);
        all["b.example"].ShouldBe(sparse);
    }

    [Fact]
    public async Task Replaces_the_same_resource_server_and_keeps_the_others()
    {
        var storage = Create();
        await storage.StoreAsync([TestTokens.Create("a.example", "old"), TestTokens.Create("b.example", "kept")], Cancellation);

        await storage.StoreAsync([TestTokens.Create("a.example", "new")], Cancellation);

        var all = await storage.GetAllAsync(Cancellation);
        all.Count.ShouldBe(2);
        all["a.example"].AccessToken.ShouldBe("new");
        all["b.example"].AccessToken.ShouldBe("kept");
    }

    [Fact]
    public async Task Takes_the_later_of_two_records_for_one_resource_server()
    {
        var storage = Create();

        await storage.StoreAsync([TestTokens.Create("a.example", "first"), TestTokens.Create("a.example", "second")], Cancellation);

        (await storage.GetAsync("a.example", Cancellation))!.AccessToken.ShouldBe("second");
    }

    [Fact]
    public async Task Removes_one_resource_server_once()
    {
        var storage = Create();
        await storage.StoreAsync([TestTokens.Create("a.example"), TestTokens.Create("b.example")], Cancellation);

        (await storage.RemoveAsync("a.example", Cancellation)).ShouldBeTrue();
        (await storage.RemoveAsync("a.example", Cancellation)).ShouldBeFalse();

        (await storage.GetAllAsync(Cancellation)).Keys.ShouldBe(["b.example"]);
    }

    [Fact]
    public async Task Tells_resource_servers_apart_by_case()
    {
        var storage = Create();

        await storage.StoreAsync([TestTokens.Create("a.example", "lower"), TestTokens.Create("A.example", "upper")], Cancellation);

        (await storage.GetAsync("A.example", Cancellation))!.AccessToken.ShouldBe("upper");
        (await storage.GetAsync("a.example", Cancellation))!.AccessToken.ShouldBe("lower");
    }

    [Fact]
    public async Task What_was_read_does_not_change_afterwards()
    {
        var storage = Create();
        await storage.StoreAsync([TestTokens.Create("a.example")], Cancellation);
        var before = await storage.GetAllAsync(Cancellation);

        await storage.RemoveAsync("a.example", Cancellation);

        before.Keys.ShouldBe(["a.example"]);
    }

    [Fact]
    public async Task Sixty_four_writers_at_once_lose_nothing()
    {
        var storage = Create();
        var names = Enumerable.Range(0, 64).Select(number => $"server-{number}.example").ToArray();

        await Task.WhenAll(names.Select(name => Task.Run(
            async () => await storage.StoreAsync([TestTokens.Create(name, name)], Cancellation), Cancellation)));

        var all = await storage.GetAllAsync(Cancellation);
        all.Keys.ShouldBe(names, ignoreOrder: true);
        all.ShouldAllBe(pair => pair.Value.AccessToken == pair.Key);
    }

    [Fact]
    public async Task A_cancelled_call_stores_and_removes_nothing()
    {
        var storage = Create();
        var cancelled = new CancellationToken(canceled: true);
        await storage.StoreAsync([TestTokens.Create("a.example")], Cancellation);

        await Should.ThrowAsync<OperationCanceledException>(
            async () => await storage.StoreAsync([TestTokens.Create("b.example")], cancelled));
        await Should.ThrowAsync<OperationCanceledException>(async () => await storage.RemoveAsync("a.example", cancelled));
        await Should.ThrowAsync<OperationCanceledException>(async () => await storage.GetAllAsync(cancelled));
        await Should.ThrowAsync<OperationCanceledException>(async () => await storage.GetAsync("a.example", cancelled));

        (await storage.GetAllAsync(Cancellation)).Keys.ShouldBe(["a.example"]);
    }

    [Fact]
    public void Gives_back_any_text_unchanged()
    {
        var text = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(value => value.Get).Where(IsUnicode);
        var tokens =
            from resourceServer in text
            from identity in Gen.OneOf(text, Gen.Constant<string>(null!))
            from scope in text
            from access in text
            from refresh in Gen.OneOf(text, Gen.Constant<string>(null!))
            from seconds in Gen.Choose(int.MinValue, int.MaxValue)
            select new TokenData
            {
                ResourceServer = resourceServer,
                IdentityId = identity,
                Scope = scope,
                AccessToken = access,
                RefreshToken = refresh,
                ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(seconds),
            };
        var storage = Create();

        Prop.ForAll(tokens.ToArbitrary(), RoundTrips).QuickCheckThrowOnFailure();

        async Task RoundTrips(TokenData token)
        {
            await storage.StoreAsync([token], CancellationToken.None);
            (await storage.GetAsync(token.ResourceServer, CancellationToken.None)).ShouldBe(token);
        }
    }

    /// <summary>Makes an empty storage.</summary>
    protected abstract ITokenStorage Create();

    private static bool IsUnicode(string text) => text.EnumerateRunes().All(rune => rune.Value != 0xFFFD);
}
