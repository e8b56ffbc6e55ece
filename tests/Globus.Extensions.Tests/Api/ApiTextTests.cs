using Globus.Extensions.Tests.Architecture;

namespace Globus.Extensions.Tests.Api;

public sealed class ApiTextTests
{
    [Theory]
    [InlineData("public sealed record Model(string Id, int? Count) { public required string Name { get; init; } }", """
        public sealed record Model
            public Model(string Id, int? Count)
            public int? Count { get; init; }
            public string Id { get; init; }
            public required string Name { get; init; }
        """)]
    [InlineData("public readonly record struct Key(string Value) { public override string ToString() => Value; }", """
        public readonly record struct Key
            public Key(string Value)
            public string Value { get; init; }
            public override string ToString()
        """)]
    [InlineData("public abstract class Base<T> : IDisposable where T : notnull, Exception { protected Base() { } private protected Base(int x) { } internal void Hidden() { } public virtual void Dispose() { } public event Action? Changed; }", """
        public abstract class Base<T> : IDisposable where T : notnull, Exception
            protected Base()
            public event Action? Changed
            public virtual void Dispose()
        """)]
    [InlineData("internal interface IHidden; public sealed class Seen : IHidden, IComparable<Seen> { public int CompareTo(Seen? other) => 0; }", "public sealed class Seen : IComparable<Seen>\n    public Seen()\n    public int CompareTo(Seen? other)")]
    [InlineData("public enum Kind : byte { One = 1 } ", "public enum Kind : byte\n    One = 1")]
    [InlineData("public delegate Task<string?> Ask(string question, CancellationToken cancellationToken);", "public delegate Task<string?> Ask(string question, CancellationToken cancellationToken)")]
    public void Shows_a_type_as_it_would_be_declared(string source, string text) =>
        TextOf(source).ShouldBe($"namespace A.B\n\n{text.ReplaceLineEndings("\n")}\n");

    [Theory]
    [InlineData("public const string Name = \"x\";", "public const string Name = \"x\"")]
    [InlineData("public int Count { get; private set; }", "public int Count { get; }")]
    [InlineData("public Task<T?> GetAsync<T>(string id, int limit = 5, CancellationToken cancellationToken = default) where T : class, new() => null!;", "public Task<T?> GetAsync<T>(string id, int limit = 5, CancellationToken cancellationToken = default) where T : class, new()")]
    [InlineData("[Obsolete(\"Use another\")] public static void Old() { }", "[Obsolete(\"Use another\")] public static void Old()")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"GLOBUS001\")] public void New() { }", "[Experimental(\"GLOBUS001\")] public void New()")]
    [InlineData("public static bool TryRead([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) { value = null; return false; }", "[value: NotNullWhen(true)] public static bool TryRead(out string? value)")]
    [InlineData("public static implicit operator string(Sample sample) => \"\";", "public static implicit operator string(Sample sample)")]
    [InlineData("public string this[int index] => \"\";", "public string this[int index] { get; }")]
    [InlineData("public void Add(params IReadOnlyList<string> names) { }", "public void Add(params IReadOnlyList<string> names)")]
    public void Shows_a_member_as_it_would_be_declared(string member, string line) =>
        TextOf($"public class Sample {{ {member} }}").Split('\n').ShouldContain("    " + line);

    [Fact]
    public void Shows_old_and_new_extension_members_once()
    {
        var text = TextOf("public static class Names { public static void Old(this string name) { } extension(string name) { public int Size() => 1; public int Length2 => 2; } }");

        text.ShouldEndWith(
            """
            public static class Names
                extension(string name) public int Length2 { get; }
                public static void Old(this string name)
                extension(string name) public int Size()

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Lists_the_public_types() =>
        ApiText.Of(Example.Compile("namespace A.B; public sealed class One { public struct Inner; } internal sealed class Two; public interface IThree;").VisibleSymbols)
            [ApiText.TypeList].ShouldBe("interface A.B.IThree\nclass A.B.One\nstruct A.B.One.Inner\n");

    [Fact]
    public void Gives_no_file_for_an_assembly_without_public_types() =>
        ApiText.Of(Example.Compile("internal sealed class Two;").VisibleSymbols).ShouldBeEmpty();

    private static string TextOf(string source) =>
        ApiText.Of(Example.Compile("namespace A.B; " + source).VisibleSymbols)["A.B.txt"];
}
