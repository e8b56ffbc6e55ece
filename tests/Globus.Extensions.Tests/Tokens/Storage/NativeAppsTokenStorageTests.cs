using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Globus.Extensions.Tokens;
using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Tests.Tokens.Storage;

/// <summary>What stands in the file of fair_research_login, held against what Python's configparser makes of it.</summary>
public sealed class NativeAppsTokenStorageTests : IDisposable
{
    private const string Client = "3f0e9a1c-1111-4222-8333-444455556666";

    // As configparser writes it.
    private const string Written =
        """
        [3f0e9a1c-1111-4222-8333-444455556666]
        transfer_api_globus_org__scope = urn:globus:auth:scope:transfer.api.globus.org:all
        transfer_api_globus_org__access_token = AgBBB
        transfer_api_globus_org__refresh_token = 
        transfer_api_globus_org__token_type = Bearer
        transfer_api_globus_org__expires_at_seconds = 1800000000
        transfer_api_globus_org__resource_server = transfer.api.globus.org


        """;

    private static readonly TokenData Transfer = new()
    {
        ResourceServer = "transfer.api.globus.org",
        Scope = "urn:globus:auth:scope:transfer.api.globus.org:all",
        AccessToken = "AgBBB",
        ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000),
        TokenType = "Bearer",
    };

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string FilePath => _directory["native-apps.cfg"];

    [Fact]
    public async Task Reads_what_fair_research_login_wrote()
    {
        await WriteAsync(Written);

        (await Read()).ShouldHaveSingleItem().ShouldBe(Transfer);
    }

    [Fact]
    public async Task Writes_what_fair_research_login_would_write()
    {
        var storage = new NativeAppsTokenStorage(FilePath, Client);

        await storage.StoreAsync([Transfer], Cancellation);

        (await ReadTextAsync()).ShouldBe(Written);
    }

    [Fact]
    public async Task Reads_the_file_as_python_does()
    {
        await WriteAsync(
            """
            # a comment
            [DEFAULT]
            a_example__Token_Type = Inherited
            Unused__access_token = no record by itself

            [other]
            noted: anything
            [3f0e9a1c-1111-4222-8333-444455556666]
                A_EXAMPLE__Scope : one
                   two
            ; a comment within the value

                    three
                a_example__access_token=100%% = sure: yes
                a_example__expires_at_seconds =   -7
                A_example__RESOURCE_SERVER = A.example
                note_of_mine = stays

                  out
            """);

        (await Read()).ShouldHaveSingleItem().ShouldBe(new TokenData
        {
            ResourceServer = "A.example",
            Scope = "one\ntwo\n\nthree",
            AccessToken = "100% = sure: yes",
            ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(-7),
            TokenType = "Inherited",
        });
    }

    [Fact]
    public async Task A_change_leaves_everything_else_byte_for_byte()
    {
        const string Before =
            "# mine\r\n[DEFAULT]\r\nx = 1\r\n\r\n[other]\r\n  a__access_token: OTHER\r\n    continued\r\n\r\n"
            + "[3f0e9a1c-1111-4222-8333-444455556666]\r\n\t; why\r\n\tnote = keep\r\n\ta_example__scope = old\r\n\t\tlonger\r\n\ta_example__access_token = old\r\n"
            + "\ta_example__expires_at_seconds = 1\r\n\ta_example__resource_server = a.example\r\n\t# last\r\n\r\n\t[third]\r\nz = 2";
        await WriteAsync(Before);
        var storage = new NativeAppsTokenStorage(FilePath, Client);

        await storage.StoreAsync([Transfer with { ResourceServer = "a.example", AccessToken = "5%" }], Cancellation);

        (await ReadTextAsync()).ShouldBe(Before
            .Replace("\ta_example__scope = old\r\n\t\tlonger\r\n", $"\ta_example__scope = {Transfer.Scope}\r\n", StringComparison.Ordinal)
            .Replace("access_token = old", "access_token = 5%%", StringComparison.Ordinal)
            .Replace("_seconds = 1\r\n", "_seconds = 1800000000\r\n", StringComparison.Ordinal)
            .Replace("= a.example\r\n", "= a.example\r\n\ta_example__refresh_token = \r\n\ta_example__token_type = Bearer\r\n", StringComparison.Ordinal));
        (await Read()).ShouldHaveSingleItem().AccessToken.ShouldBe("5%");
        (await new NativeAppsTokenStorage(FilePath, "third").GetAllAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_removal_takes_the_record_and_nothing_else()
    {
        await WriteAsync(Written + "[other]\nkey = value\n");
        var storage = new NativeAppsTokenStorage(FilePath, Client);
        await storage.StoreAsync([Transfer with { ResourceServer = "a.example" }], Cancellation);

        (await storage.RemoveAsync("a.example", Cancellation)).ShouldBeTrue();
        (await storage.RemoveAsync("a.example", Cancellation)).ShouldBeFalse();
        (await ReadTextAsync()).ShouldBe(Written + "[other]\nkey = value\n");

        (await storage.RemoveAsync(Transfer.ResourceServer, Cancellation)).ShouldBeTrue();
        (await ReadTextAsync()).ShouldBe($"[{Client}]\n\n[other]\nkey = value\n");
    }

    [Fact]
    public async Task A_last_line_without_an_end_is_ended_first()
    {
        await WriteAsync("[other]\nkey = value");

        await new NativeAppsTokenStorage(FilePath, Client).StoreAsync([Transfer], Cancellation);

        (await ReadTextAsync()).ShouldBe("[other]\nkey = value\n\n" + Written);
    }

    [Fact]
    public async Task Clients_have_sections_of_their_own()
    {
        var one = new NativeAppsTokenStorage(FilePath, Client);
        var other = new NativeAppsTokenStorage(FilePath, "tokens");

        await one.StoreAsync([Transfer], Cancellation);
        await other.StoreAsync([Transfer with { AccessToken = "other" }], Cancellation);

        (await one.GetAsync(Transfer.ResourceServer, Cancellation))!.AccessToken.ShouldBe("AgBBB");
        (await other.GetAsync(Transfer.ResourceServer, Cancellation))!.AccessToken.ShouldBe("other");
    }

    [Fact]
    public async Task What_the_format_has_no_place_for_is_not_stored()
    {
        var storage = new NativeAppsTokenStorage(FilePath, Client);

        await storage.StoreAsync([Transfer with { IdentityId = "somebody", ExtensionData = TestTokens.Members("""{"x":1}""") }], Cancellation);

        (await Read()).ShouldHaveSingleItem().ShouldBe(Transfer);
    }

    [Theory]
    [InlineData("a.b", "a_b")]
    [InlineData("a__b", "a_-b")]
    [InlineData("a.", "a_-")]
    [InlineData("#x=y: z", "-x-y--z")]
    [InlineData("[é]", "---")]
    public async Task No_name_of_a_resource_server_makes_the_section_unreadable_for_python(string resourceServer, string group)
    {
        await new NativeAppsTokenStorage(FilePath, Client).StoreAsync([Transfer with { ResourceServer = resourceServer }], Cancellation);

        (await ReadTextAsync()).ShouldContain($"\n{group}__access_token = AgBBB\n");
        (await Read()).ShouldHaveSingleItem().ResourceServer.ShouldBe(resourceServer);
    }

    [Fact]
    public async Task Names_that_give_one_group_get_groups_of_their_own()
    {
        string[] names = ["a.b", "A.b", "a_b"];
        var storage = new NativeAppsTokenStorage(FilePath, Client);

        await storage.StoreAsync(names.Select(name => Transfer with { ResourceServer = name, AccessToken = name }), Cancellation);
        await storage.RemoveAsync("A.b", Cancellation);

        (await Read()).Select(record => record.AccessToken).ShouldBe(["a.b", "a_b"]);
        (await ReadTextAsync()).ShouldContain("a_b-3__access_token = a_b\n");
    }

    [Theory]
    [InlineData("two\nlines", "has a line break")]
    [InlineData(" x", "begins or ends with white space")]
    [InlineData("x\x1f", "begins or ends with white space")]
    [InlineData("\ud800", "is not valid Unicode")]
    [InlineData("", "is empty")]
    public async Task What_python_would_read_back_otherwise_is_refused(string accessToken, string problem)
    {
        await WriteAsync(Written);

        var error = await Should.ThrowAsync<TokenStorageException>(
            async () => await new NativeAppsTokenStorage(FilePath, Client).StoreAsync([Transfer with { AccessToken = accessToken }], Cancellation));

        error.Message.ShouldStartWith("The native-apps token storage cannot keep this record in the file");
        error.Message.ShouldContain(problem);
        (await ReadTextAsync()).ShouldBe(Written);
    }

    [Fact]
    public async Task Any_value_that_can_stand_in_the_file_comes_back_unchanged()
    {
        var text = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(value => value.Get).Where(IsStorable);
        var tokens =
            from resourceServer in text
            from scope in text
            from access in text
            from refresh in Gen.OneOf(text, Gen.Constant<string>(null!))
            select Transfer with { ResourceServer = resourceServer, Scope = scope, AccessToken = access, RefreshToken = refresh };
        var storage = new NativeAppsTokenStorage(FilePath, Client);
        await WriteAsync("[other]\nkey = value\n");

        Prop.ForAll(tokens.ToArbitrary(), RoundTrips).QuickCheckThrowOnFailure();

        async Task RoundTrips(TokenData token)
        {
            await storage.StoreAsync([token], CancellationToken.None);
            (await storage.GetAsync(token.ResourceServer, CancellationToken.None)).ShouldBe(token);
        }
    }

    [Theory]
    [InlineData("key = SECRET\n[a]\n", "in line 1 there is something that belongs to no section")]
    [InlineData("[a]\nSECRET\n", "in line 2 there is neither a section nor an option")]
    [InlineData("[a]\n= SECRET\n", "in line 2 there is neither a section nor an option")]
    [InlineData("[a]\n[b]\n[a]\n", "in line 3 the section 'a' begins a second time")]
    [InlineData("[a]\nx=1\nX=SECRET\n", "in line 3 the option 'x' of the section 'a' stands a second time")]
    [InlineData("[a]\n\xff", "it is not UTF-8 text")]
    [InlineData("[3f0e9a1c-1111-4222-8333-444455556666]\na__access_token = SECRET\n", "in line 2 begins a record of the section '3f0e9a1c-1111-4222-8333-444455556666' that is unusable: its 'a__resource_server' is missing or empty")]
    [InlineData("[3f0e9a1c-1111-4222-8333-444455556666]\na__resource_server = a\na__scope=s\na__access_token = SECRET\na__expires_at_seconds=12.5\n", "its 'a__expires_at_seconds' is missing or not a whole number")]
    [InlineData("[3f0e9a1c-1111-4222-8333-444455556666]\na__resource_server = a\na__scope=s\na__access_token = %(SECRET)s\na__expires_at_seconds=12\n", "in line 4 the value of 'a__access_token' has a single '%'")]
    public async Task A_file_that_python_could_not_read_is_reported_and_left_alone(string content, string problem)
    {
        await File.WriteAllBytesAsync(FilePath, Encoding.Latin1.GetBytes(content), Cancellation);
        var storage = new NativeAppsTokenStorage(FilePath, Client);

        TokenStorageException[] errors =
        [
            await Should.ThrowAsync<TokenStorageException>(async () => await storage.GetAllAsync(Cancellation)),
            await Should.ThrowAsync<TokenStorageException>(async () => await storage.StoreAsync([Transfer], Cancellation)),
            await Should.ThrowAsync<TokenStorageException>(async () => await storage.RemoveAsync("r", Cancellation)),
        ];

        (await File.ReadAllBytesAsync(FilePath, Cancellation)).ShouldBe(Encoding.Latin1.GetBytes(content));
        errors.ShouldAllBe(error => error.Location == FilePath && error.Message.Contains($"The native-apps token storage cannot use the file '{FilePath}'"));
        errors.ShouldAllBe(error => error.Message.Contains(problem) && !error.ToString().Contains("SECRET"));
    }

    [Theory]
    [InlineData("DEFAULT")]
    [InlineData("")]
    [InlineData("a]")]
    public void Not_every_name_is_a_section(string section) =>
        Should.Throw<ArgumentException>(() => new NativeAppsTokenStorage(FilePath, section)).ParamName.ShouldBe("section");

    public void Dispose() => _directory.Dispose();

    private static bool IsStorable(string text) =>
        text.Length > 0 && text.AsSpan().IndexOfAny("\r\n") < 0 && text.Trim().Trim('\x1c', '\x1d', '\x1e', '\x1f').Trim() == text
        && text.EnumerateRunes().All(rune => rune.Value != 0xFFFD);

    private async Task<TokenData[]> Read() => [.. (await new NativeAppsTokenStorage(FilePath, Client).GetAllAsync(Cancellation)).Values];

    private Task<string> ReadTextAsync() => File.ReadAllTextAsync(FilePath, Cancellation);

    private Task WriteAsync(string content) => File.WriteAllTextAsync(FilePath, content, Cancellation);
}
