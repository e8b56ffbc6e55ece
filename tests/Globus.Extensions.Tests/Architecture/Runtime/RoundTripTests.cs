using System.Reflection;

namespace Globus.Extensions.Tests.Architecture.Runtime;

public sealed class RoundTripTests
{
    [Fact]
    public void Every_response_keeps_the_members_it_does_not_know()
    {
        var library = Assembly.Load("Globus.Extensions");

        RoundTrip.FindViolations(RoundTrip.ModelsOf(library), RoundTrip.ContextsOf(library)).ShouldBeEmpty();
    }

    [Fact]
    public void Finds_models_and_contexts_by_reflection()
    {
        RoundTrip.ModelsOf(typeof(RoundTripExamples).Assembly).ShouldContain(typeof(RoundTripExamples.Keeps));
        RoundTrip.ContextsOf(typeof(RoundTripExamples).Assembly).ShouldContain(RoundTripExamples.Context.Default);
    }

    [Fact]
    public void Accepts_a_model_that_keeps_them() =>
        Check(typeof(RoundTripExamples.Keeps)).ShouldBeEmpty();

    [Theory]
    [InlineData(typeof(RoundTripExamples.Loses), "loses a member that it does not know")]
    [InlineData(typeof(RoundTripExamples.Forgotten), "in no JsonSerializerContext")]
    [InlineData(typeof(RoundTripExamples.Refuses), "no sample could be made of its required members")]
    public void Reports_a_model_that_does_not(Type model, string violation) =>
        Check(model).ShouldBe([$"{model.FullName}: {violation}"]);

    private static IEnumerable<string> Check(Type model) => RoundTrip.FindViolations([model], [RoundTripExamples.Context.Default]);
}
