namespace Globus.Extensions.Tests.Architecture.Conventions;

public sealed class InterfaceSizeTests
{
    [Theory]
    [MemberData(nameof(ShippedAssemblies.Names), MemberType = typeof(ShippedAssemblies))]
    public void Interfaces_have_at_most_nine_members(string assembly) =>
        InterfaceSizeRule.FindViolations(ShippedAssemblies.Symbols(assembly)).ShouldBeEmpty();

    [Fact]
    public void Counts_properties_methods_events_and_what_is_inherited() =>
        InterfaceSizeRule.FindViolations(Example.Compile(
                """
                public interface INine { int A { get; set; } int B { get; } void C(); void D(); void E(); void F(); void G(); event Action H; void I(); }
                public interface ITen : INine, IDisposable { void J(); }
                internal interface IHidden : ITen { void K(); }
                """).Symbols)
            .ShouldBe(["ITen: 10 members"]);
}
