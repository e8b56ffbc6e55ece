namespace Globus.Extensions.Tests.Architecture.Layers;

public sealed class LayerTests
{
    private static readonly (string Path, string Text) Token = ("Tokens/Token.cs", "namespace Globus.Extensions.Tokens; public sealed class Token { public static string Name => \"\"; }");

    public static TheoryData<string, string> AllowedPairs => new()
    {
        { "DependencyInjection", "Apps" },
        { "Apps", "Services/Auth" },
        { "Tokens", "OAuth" },
        { "Services/Groups", "Http" },
        { "Http", "Diagnostics" },
        { "Services/Auth", "Principals" },
    };

    public static TheoryData<string, string> ForbiddenPairs => new()
    {
        { "Http", "Apps" },
        { "Diagnostics", "Configuration" },
        { "OAuth", "Services/Auth" },
        { "Services/Auth", "OAuth" },
        { "Principals", "OAuth" },
        { "Services/Groups", "Services/Transfer" },
        { "Apps", "DependencyInjection" },
    };

    [Fact]
    public void Every_folder_of_the_library_knows_only_folders_above_it() =>
        LayerRule.FindViolations(SourceTree.OfProject("Globus.Extensions")).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(AllowedPairs))]
    public void Allows_to_name_a_type_of_a_folder_above(string user, string used) =>
        LayerRule.FindViolations(Pair(user, used)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(ForbiddenPairs))]
    public void Reports_a_type_of_a_folder_below_or_beside(string user, string used) =>
        LayerRule.FindViolations(Pair(user, used)).ShouldHaveSingleItem()
            .ShouldBe($"{user}/User.cs:4: {user} may not know {used}, but names {Space(used)}.Used");

    [Fact]
    public void Reports_a_member_reached_without_naming_its_type() =>
        LayerRule.FindViolations(SourceTree.OfExample(
                ("Scopes/Scope.cs", "namespace Globus.Extensions.Scopes; internal sealed class Scope { int Length(object o) => o.Measure(); }"),
                ("Apps/Measures.cs", "namespace Globus.Extensions.Scopes; internal static class Measures { public static int Measure(this object o) => 1; }")))
            .ShouldHaveSingleItem().ShouldContain("Scopes may not know Apps, but names Globus.Extensions.Scopes.Measures");

    [Fact]
    public void Reports_a_using_directive_for_a_folder_below() =>
        LayerRule.FindViolations(SourceTree.OfExample(Token, ("Http/Sender.cs", "using Globus.Extensions.Tokens;\nnamespace Globus.Extensions.Http; internal sealed class Sender;")))
            .ShouldHaveSingleItem().ShouldBe("Http/Sender.cs:1: Http may not know Tokens, but names Globus.Extensions.Tokens");

    [Fact]
    public void Reports_an_alias_and_a_static_import_of_a_type_below() =>
        LayerRule.FindViolations(SourceTree.OfExample(
                Token,
                ("Http/Sender.cs", "using T = Globus.Extensions.Tokens.Token;\nnamespace Globus.Extensions.Http; internal sealed class Sender;"),
                ("Http/Other.cs", "using static Globus.Extensions.Tokens.Token;\nnamespace Globus.Extensions.Http; internal sealed class Other;")))
            .Count().ShouldBe(2);

    [Fact]
    public void Reports_a_name_that_does_not_bind_since_its_folder_is_unknown() =>
        LayerRule.FindViolations(SourceTree.OfExample(("Http/Sender.cs", "using Globus.Extensions.Gone;\nnamespace Globus.Extensions.Http; internal sealed class Sender;")))
            .ShouldHaveSingleItem().ShouldStartWith("Http/Sender.cs:1: The type or namespace name 'Gone'");

    [Theory]
    [InlineData("Loose.cs")]
    [InlineData("Helpers/Loose.cs")]
    [InlineData("Services/Flows/Loose.cs")]
    public void Reports_a_type_in_a_folder_that_the_design_does_not_name(string path) =>
        LayerRule.FindViolations(SourceTree.OfExample((path, "namespace Globus.Extensions; internal sealed class Loose;")))
            .ShouldHaveSingleItem().ShouldContain("stands in no folder that the design names");

    [Fact]
    public void Leaves_names_in_comments_alone() =>
        LayerRule.FindViolations(SourceTree.OfExample(
                Token,
                ("Http/Sender.cs", "namespace Globus.Extensions.Http; /// <summary><see cref=\"Globus.Extensions.Tokens.Token\"/></summary>\ninternal sealed class Sender;")))
            .ShouldBeEmpty();

    private static SourceTree Pair(string user, string used) => SourceTree.OfExample(
        ($"{used}/Used.cs", $"namespace {Space(used)}; internal sealed class Used;"),
        ($"{user}/User.cs", $"namespace {Space(user)};\ninternal sealed class User\n{{\n    object Value = new {Space(used)}.Used();\n}}"));

    private static string Space(string folder) => $"Globus.Extensions.{folder.Replace('/', '.')}";
}
