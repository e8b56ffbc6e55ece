using System.Xml.Linq;

namespace Globus.Extensions.Tests.Architecture.Conventions;

public sealed class DocumentationTests
{
    [Theory]
    [MemberData(nameof(ShippedAssemblies.Names), MemberType = typeof(ShippedAssemblies))]
    public void Every_public_member_has_a_summary(string assembly) =>
        DocumentationRule.FindViolations(ShippedAssemblies.Symbols(assembly), XDocument.Load(ShippedAssemblies.DocumentationPath(assembly))).ShouldBeEmpty();

    [Theory]
    [InlineData("public class A;", "A")]
    [InlineData("/// <summary> </summary>\npublic class A;", "A")]
    [InlineData("/// <remarks>Why.</remarks>\npublic class A;", "A")]
    [InlineData("/// <summary>An A.</summary>\npublic class A { public void Go(List<int> ids) { } }", "A.Go(System.Collections.Generic.List<int>)")]
    [InlineData("/// <summary>An A.</summary>\npublic class A { protected int this[int id] => id; }", "A.this[int]")]
    [InlineData("/// <summary>An A.</summary>\npublic class A { public A(int id) { } }", "A.A(int)")]
    [InlineData("/// <summary>An A.</summary>\npublic class A { public static implicit operator int(A a) => 1; }", "A.implicit operator int(A)")]
    [InlineData("/// <summary>An A.</summary>\npublic enum A { One }", "A.One")]
    [InlineData("/// <summary>An A.</summary>\npublic interface IA { event Action Done; }", "IA.Done")]
    [InlineData("/// <summary>An A.</summary>\n/// <param name=\"Id\">The id.</param>\npublic sealed record A(int Id, int Other);", "A.Other")]
    public void Reports_a_member_without_one(string source, string member) =>
        Check(source).ShouldBe([member + ": no summary"]);

    [Theory]
    [InlineData("/// <summary>An A.</summary>\npublic class A { /// <inheritdoc/>\npublic override string ToString() => null!; private int Id => 1; }")]
    [InlineData("/// <summary><see langword=\"true\"/></summary>\npublic class A { }")]
    [InlineData("/// <summary>An A.</summary>\n/// <param name=\"Id\">The id.</param>\npublic sealed record A(int Id);")]
    [InlineData("/// <summary>An A.</summary>\n/// <param name=\"Id\">The id.</param>\npublic readonly record struct A(int Id);")]
    [InlineData("/// <summary>An A.</summary>\npublic static class A { extension(string name) { /// <summary>A size.</summary>\npublic int Size() => 1; } }")]
    [InlineData("class A;")]
    public void Allows_summaries_inherited_ones_and_parameters_of_records(string source) =>
        Check(source).ShouldBeEmpty();

    private static IEnumerable<string> Check(string source)
    {
        var example = Example.Compile(source);
        return DocumentationRule.FindViolations(example.Symbols, XDocument.Parse(example.Documentation));
    }
}
