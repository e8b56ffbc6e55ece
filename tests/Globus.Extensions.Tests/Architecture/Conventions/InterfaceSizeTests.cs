namespace Globus.Extensions.Tests.Architecture.Conventions;

public sealed class InterfaceSizeTests
{
    [Theory]
    [MemberData(nameof(ShippedAssemblies.Names), MemberType = typeof(ShippedAssemblies))]
    public void Interfaces_have_at_most_eight_members(string assembly) =>
        InterfaceSizeRule.FindViolations(ShippedAssemblies.Symbols(assembly)).ShouldBeEmpty();

    [Fact]
    public void Counts_properties_methods_events_and_what_is_inherited() =>
        InterfaceSizeRule.FindViolations(Example.Compile(
                """
                public interface IEight { int A { get; set; } int B { get; } void C(); void D(); void E(); void F(); void G(); event Action H; }
                public interface INine : IEight, IDisposable { void I(); }
                internal interface IHidden : INine { void J(); }
                """).Symbols)
            .ShouldBe(["INine: 9 members"]);
}
