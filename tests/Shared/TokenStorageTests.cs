using FsCheck;
using FsCheck.Fluent;
using Globus.Extensions.Testing;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Tests.Tokens.Storage;

/// <summary>Runs the shipped conformance suite, each check as a test, and a property that needs more than the suite may depend on.</summary>
public abstract class TokenStorageTests : TokenStorageConformance
{
    public static TheoryData<string> CheckNames => [.. Checks];

    [Theory]
    [MemberData(nameof(CheckNames))]
    public async Task Is_a_token_storage(string check) =>
        Assert.SkipUnless(await RunAsync(check, TestContext.Current.CancellationToken), "The storage is declared not to do this.");

    [Fact]
    public async Task Gives_back_any_record_unchanged()
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
        var storage = await OpenAsync("property", "DEFAULT", TestContext.Current.CancellationToken);

        Prop.ForAll(tokens.ToArbitrary(), RoundTrips).QuickCheckThrowOnFailure();

        async Task RoundTrips(TokenData token)
        {
            await storage.StoreAsync([token], CancellationToken.None);
            (await storage.GetAsync(token.ResourceServer, CancellationToken.None)).ShouldBe(token);
        }
    }

    private static bool IsUnicode(string text) => text.EnumerateRunes().All(rune => rune.Value != 0xFFFD);
}
