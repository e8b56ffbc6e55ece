namespace Globus.Extensions.Tests.Architecture.Conventions;

public sealed class DateTimeTests
{
    [Theory]
    [MemberData(nameof(ShippedAssemblies.Names), MemberType = typeof(ShippedAssemblies))]
    public void Times_carry_their_offset(string assembly) =>
        DateTimeRule.FindViolations(ShippedAssemblies.Symbols(assembly)).ShouldBeEmpty();

    [Theory]
    [InlineData("public DateTime? Created { get; }")]
    [InlineData("public IReadOnlyList<DateTime> Times() => [];")]
    [InlineData("public void Set(DateTime[] times) { }")]
    [InlineData("protected DateTime Created;")]
    [InlineData("public event Action<DateTime>? Passed;")]
    public void Reports_a_member_that_does_not(string member) =>
        Check(member).ShouldHaveSingleItem().ShouldEndWith(": mentions DateTime");

    [Theory]
    [InlineData("public DateTimeOffset? Created { get; }")]
    [InlineData("internal DateTime Created { get; }")]
    public void Allows_offsets_and_what_is_not_public(string member) =>
        Check(member).ShouldBeEmpty();

    private static IEnumerable<string> Check(string member) => DateTimeRule.FindViolations(Example.Compile($"public class Sample {{ {member} }}").Symbols);
}
