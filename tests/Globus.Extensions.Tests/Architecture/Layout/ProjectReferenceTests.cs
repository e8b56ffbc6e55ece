using System.Xml.Linq;

namespace Globus.Extensions.Tests.Architecture.Layout;

public sealed class ProjectReferenceTests
{
    [Fact]
    public void Only_the_hosting_package_knows_both_the_emulator_and_the_library() =>
        Directory
            .EnumerateFiles(RepositoryRoot.Combine("src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(static path => ProjectReferenceRule.FindViolations(Path.GetFileNameWithoutExtension(path), XDocument.Load(path)))
            .ShouldBeEmpty();

    [Fact]
    public void The_built_emulator_refers_to_no_assembly_of_the_library() =>
        ShippedAssemblies.Symbols("Globus.Extensions.Emulator").Modules
            .SelectMany(static module => module.ReferencedAssemblies)
            .ShouldNotContain(static reference => reference.Name.StartsWith("Globus.Extensions", StringComparison.Ordinal));

    [Theory]
    [InlineData("Globus.Extensions.Emulator", "ProjectReference", "../Globus.Extensions/Globus.Extensions.csproj")]
    [InlineData("Globus.Extensions.Emulator", "PackageReference", "Globus.Extensions.Sqlite")]
    [InlineData("Globus.Extensions.Emulator", "Compile", "../Globus.Extensions/Scopes/Scope.cs")]
    [InlineData("Globus.Extensions", "ProjectReference", @"..\Globus.Extensions.Emulator\Globus.Extensions.Emulator.csproj")]
    [InlineData("Globus.Extensions.Sqlite", "ProjectReference", "../Globus.Extensions.Emulator.Hosting/Globus.Extensions.Emulator.Hosting.csproj")]
    public void Reports_a_reference_between_the_emulator_and_the_library(string project, string element, string included) =>
        ProjectReferenceRule.FindViolations(project, Definition(element, included)).ShouldHaveSingleItem();

    [Theory]
    [InlineData("Globus.Extensions.Emulator.Hosting", "ProjectReference", "../Globus.Extensions/Globus.Extensions.csproj")]
    [InlineData("Globus.Extensions.Sqlite", "ProjectReference", "../Globus.Extensions/Globus.Extensions.csproj")]
    [InlineData("Globus.Extensions.Emulator", "InternalsVisibleTo", "Globus.Extensions.Emulator.Tests")]
    public void Allows_the_references_of_the_design(string project, string element, string included) =>
        ProjectReferenceRule.FindViolations(project, Definition(element, included)).ShouldBeEmpty();

    private static XDocument Definition(string element, string included) =>
        new(new XElement("Project", new XElement("ItemGroup", new XElement(element, new XAttribute("Include", included)))));
}
