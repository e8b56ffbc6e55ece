namespace Globus.Extensions.Tests.Api;

public sealed class GoldenFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("globus-golden-");
    private readonly GoldenFiles _golden;

    public GoldenFilesTests()
    {
        _golden = new GoldenFiles(_folder.FullName);
        _golden.Rewrite(new Dictionary<string, string>(StringComparer.Ordinal) { ["A.txt"] = "one\ntwo\nthree\n" });
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Finds_no_difference_in_what_it_wrote() =>
        Compare(("A.txt", "one\ntwo\nthree\n")).ShouldBeEmpty();

    [Fact]
    public void Shows_changed_lines_with_a_minus_and_a_plus() =>
        Compare(("A.txt", "one\n2\nthree\nfour\n")).ShouldBe(["A.txt:", "  - two", "  + 2", "  + four"]);

    [Fact]
    public void Shows_a_new_file_in_full() =>
        Compare(("A.txt", "one\ntwo\nthree\n"), ("B.txt", "new")).ShouldBe(["B.txt: new", "  - ", "  + new"]);

    [Fact]
    public void Reports_a_file_that_is_left_over() =>
        Compare().ShouldBe(["A.txt: a file without a namespace; delete it"]);

    [Fact]
    public void Deletes_left_over_files_when_it_rewrites()
    {
        _golden.Rewrite(new Dictionary<string, string>(StringComparer.Ordinal) { ["B.txt"] = "new" });

        _folder.GetFiles().ShouldHaveSingleItem().Name.ShouldBe("B.txt");
    }

    private IReadOnlyList<string> Compare(params (string Name, string Text)[] files) =>
        _golden.Compare(files.ToDictionary(static file => file.Name, static file => file.Text, StringComparer.Ordinal));
}
