using Globus.Extensions.Emulator.Internal.Transfer.Paths;
using Globus.Extensions.Emulator.Tests.Driving;

namespace Globus.Extensions.Emulator.Tests.Transfer;

public sealed class PathResolverTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _root;

    public PathResolverTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        _folder.Write("outside.txt", "secret");
        _folder.Write("root-twin/file.txt", "secret, too");
        _folder.Write("root/a/b/file.txt", "text");
        _root = RealPath.Of(_folder.At("root"));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a/b", "inside")]
    [InlineData("../a", "b/file.txt")]
    [InlineData(".", "a/b/file.txt")]
    [InlineData("a/../a/./b/..", "b/file.txt")]
    public void A_link_inside_is_followed(string target, string below)
    {
        var link = target.StartsWith("../", StringComparison.Ordinal) ? "a/link" : "link";
        File.CreateSymbolicLink(Path.Combine(_root, link), target);

        PathResolver.Resolve(_root, [.. link.Split('/'), .. below.Split('/')], followLast: true, out var place).ShouldBe(PathProblem.None);

        place.FullPath.ShouldBe(Path.GetFullPath(Path.Combine(_root, Path.GetDirectoryName(link)!, target, below)));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../outside.txt")]
    [InlineData("a/../../outside.txt")]
    [InlineData("/")]
    [InlineData("/etc/passwd")]
    [InlineData("ROOT/../outside.txt")]
    [InlineData("ROOT/..")]
    [InlineData("ROOT-twin/file.txt")]
    [InlineData("missing/../../outside.txt")]
    public void A_link_out_is_not_followed_but_can_be_meant_itself(string target)
    {
        File.CreateSymbolicLink(Path.Combine(_root, "link"), target.Replace("ROOT", _root, StringComparison.Ordinal));

        PathResolver.Resolve(_root, ["link"], followLast: true, out _).ShouldBe(PathProblem.Outside);
        PathResolver.Resolve(_root, ["link", "x"], followLast: false, out _).ShouldBe(PathProblem.Outside);
        PathResolver.Resolve(_root, ["link"], followLast: false, out var place).ShouldBe(PathProblem.None);
        place.FullPath.ShouldBe(Path.Combine(_root, "link"));
    }

    [Fact]
    public void A_link_to_a_link_out_is_not_followed()
    {
        File.CreateSymbolicLink(Path.Combine(_root, "a", "out"), "../../outside.txt");
        File.CreateSymbolicLink(Path.Combine(_root, "first"), "a/out");

        PathResolver.Resolve(_root, ["first"], followLast: true, out _).ShouldBe(PathProblem.Outside);
    }

    [Fact]
    public void The_full_path_of_something_inside_is_inside()
    {
        File.CreateSymbolicLink(Path.Combine(_root, "link"), Path.Combine(_root, "a"));

        PathResolver.Resolve(_root, ["link", "b"], followLast: true, out var place).ShouldBe(PathProblem.None);

        place.FullPath.ShouldBe(Path.Combine(_root, "a", "b"));
        place.FolderPath.ShouldBe("/a/b/");
    }

    [Fact]
    public void A_circle_of_links_ends()
    {
        File.CreateSymbolicLink(Path.Combine(_root, "one"), "two");
        File.CreateSymbolicLink(Path.Combine(_root, "two"), "one");

        PathResolver.Resolve(_root, ["one"], followLast: true, out _).ShouldBe(PathProblem.TooManyLinks);
    }

    [Fact]
    public void A_root_is_known_by_its_real_path()
    {
        Directory.CreateSymbolicLink(_folder.At("alias"), "root");

        RealPath.Of(_folder.At("alias", "a")).ShouldBe(Path.Combine(_root, "a"));
    }

    [Fact]
    public void The_whole_file_system_can_be_a_root()
    {
        PathResolver.RelativeTo("/", "/etc/hosts").ShouldBe("etc/hosts");
        PathResolver.RelativeTo("/", "/").ShouldBe("");
        PathResolver.Resolve("/", ["etc", "hosts"], followLast: false, out var place).ShouldBe(PathProblem.None);
        place.FullPath.ShouldBe("/etc/hosts");
    }
}
