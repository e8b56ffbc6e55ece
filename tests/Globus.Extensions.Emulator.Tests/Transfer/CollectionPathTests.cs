using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Tests.Transfer;

public sealed class CollectionPathTests
{
    [Theory]
    [InlineData("/", "/", "/", true)]
    [InlineData("~", "/~/", "/~/", true)]
    [InlineData("/~", "/~/", "/~/", true)]
    [InlineData("/~/", "/~/", "/~/", true)]
    [InlineData("~/a", "/~/a", "/~/a/", false)]
    [InlineData("/a/b", "/a/b", "/a/b/", false)]
    [InlineData("/a/b/", "/a/b", "/a/b/", true)]
    [InlineData("//a///b", "/a/b", "/a/b/", false)]
    [InlineData("/./a/./b/.", "/a/b", "/a/b/", false)]
    [InlineData("/a/~/b", "/a/~/b", "/a/~/b/", false)]
    [InlineData("/...", "/...", "/.../", false)]
    [InlineData("/a b/ü/日本", "/a b/ü/日本", "/a b/ü/日本/", false)]
    [InlineData("/%2e%2e/x", "/%2e%2e/x", "/%2e%2e/x/", false)]
    public void A_path_is_taken_apart(string text, string shown, string shownAsFolder, bool namesFolder)
    {
        CollectionPath.TryParse(text, out var path, out _).ShouldBeTrue();

        path!.Text.ShouldBe(shown);
        path.FolderText.ShouldBe(shownAsFolder);
        path.NamesFolder.ShouldBe(namesFolder);
        path.Names.ShouldNotContain("..");
    }

    [Theory]
    [InlineData("", "start with")]
    [InlineData("a", "start with")]
    [InlineData("./a", "start with")]
    [InlineData("~ada/a", "start with")]
    [InlineData("file:///etc/passwd", "start with")]
    [InlineData("..", "start with")]
    [InlineData("/..", "'..'")]
    [InlineData("/../etc/passwd", "'..'")]
    [InlineData("/a/../../etc", "'..'")]
    [InlineData("/a/..", "'..'")]
    [InlineData("/~/../x", "'..'")]
    [InlineData("/a\0b", "NUL")]
    public void A_hostile_path_is_refused(string text, string reason)
    {
        CollectionPath.TryParse(text, out var path, out var problem).ShouldBeFalse();

        path.ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain(reason);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
    {
        foreach (var half in "\ud800\udc00".Reverse())
        {
            CollectionPath.TryParse($"/a/{half}b", out _, out var problem).ShouldBeFalse();

            problem.ShouldBe("The path is not Unicode.");
        }
    }

    [Theory]
    [InlineData(".globus-partial-0123456789abcdef0123456789abcdef", false)]
    [InlineData(".globus-partial-", true)]
    [InlineData(".globus-partial-notes.txt", true)]
    [InlineData(".globus-partial-0123456789abcdef0123456789abcde", true)]
    [InlineData(".globus-partial- 0123456789abcdef0123456789abcdef", true)]
    [InlineData(".globus-partial-0123456789abcdef0123456789abcdef.bak", true)]
    public void Only_the_names_of_half_files_are_refused(string name, bool isGood)
    {
        CollectionPath.TryParse("/a/" + name, out _, out var problem).ShouldBe(isGood);

        (problem is null).ShouldBe(isGood);
    }

    [Fact]
    public void Names_and_paths_have_the_limits_of_file_systems()
    {
        CollectionPath.TryParse("/" + new string('a', 255), out _, out _).ShouldBeTrue();
        CollectionPath.TryParse("/" + new string('a', 256), out _, out _).ShouldBeFalse();
        CollectionPath.TryParse("/" + new string('ü', 128), out _, out _).ShouldBeFalse();
        CollectionPath.TryParse(string.Concat(Enumerable.Repeat("/abc", 1024)), out _, out _).ShouldBeTrue();
        CollectionPath.TryParse(string.Concat(Enumerable.Repeat("/abc", 1024)) + "/", out _, out _).ShouldBeFalse();
    }
}
