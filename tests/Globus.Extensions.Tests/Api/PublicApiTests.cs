using Globus.Extensions.Tests.Architecture;

namespace Globus.Extensions.Tests.Api;

public sealed class PublicApiTests
{
    [Theory]
    [MemberData(nameof(ShippedAssemblies.Names), MemberType = typeof(ShippedAssemblies))]
    public void The_public_surface_is_the_one_agreed_on(string assembly)
    {
        var golden = new GoldenFiles(RepositoryRoot.Combine("tests", "Globus.Extensions.Tests", "Api", assembly));
        var text = ApiText.Of(ShippedAssemblies.VisibleSymbols(assembly));
        if (Environment.GetEnvironmentVariable("GLOBUS_UPDATE_API") == "1")
        {
            golden.Rewrite(text);
        }

        var differences = golden.Compare(text);

        differences.ShouldBeEmpty(
            $"""
            The public API of {assembly} differs from tests/Globus.Extensions.Tests/Api/{assembly}:
            {string.Join('\n', differences)}
            If that is wanted, run `GLOBUS_UPDATE_API=1 dotnet test tests/Globus.Extensions.Tests` and commit the changed files.
            """);
    }

    [Fact]
    public void No_folder_of_golden_files_is_left_without_its_assembly() =>
        Directory.EnumerateDirectories(RepositoryRoot.Combine("tests", "Globus.Extensions.Tests", "Api"))
            .Select(static path => Path.GetFileName(path))
            .ShouldBeSubsetOf(ShippedAssemblies.Names.Select(static row => row.Data));
}
