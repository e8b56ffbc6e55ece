namespace Globus.Extensions.Tests.Architecture.Conventions;

public sealed class InternalNamespaceTests
{
    [Theory]
    [MemberData(nameof(ShippedAssemblies.Names), MemberType = typeof(ShippedAssemblies))]
    public void Nothing_of_an_internal_namespace_is_public(string assembly) =>
        InternalNamespaceRule.FindViolations(ShippedAssemblies.Symbols(assembly)).ShouldBeEmpty();

    [Fact]
    public void Reports_a_public_type_there() =>
        Check("namespace A.Internal.B { public enum Hidden { } internal sealed class Fine; }")
            .ShouldBe(["A.Internal.B.Hidden: public in an Internal namespace"]);

    [Theory]
    [InlineData("public Internal.Hidden[]? Value { get; }")]
    [InlineData("public void Take(List<Internal.Hidden> all) { }")]
    [InlineData("protected Task<Internal.Hidden> GiveAsync() => null!;")]
    [InlineData("public void Take<T>(T all) where T : IEnumerable<Internal.Hidden> { }")]
    public void Reports_a_public_member_that_mentions_one(string member) =>
        Check($"namespace A {{ public class User {{ {member} }} }} namespace A.Internal {{ public class Hidden; }}").Count().ShouldBe(2);

    [Fact]
    public void Reports_a_public_type_derived_from_one() =>
        Check("namespace A { public class User : Internal.Hidden; } namespace A.Internal { public class Hidden; }").Count().ShouldBe(2);

    [Fact]
    public void Allows_an_internal_interface_that_a_public_type_implements() =>
        Check("namespace A { public class User : Internal.IHidden<User>; } namespace A.Internal { internal interface IHidden<T>; }").ShouldBeEmpty();

    private static IEnumerable<string> Check(string source) => InternalNamespaceRule.FindViolations(Example.Compile(source).Symbols);
}
