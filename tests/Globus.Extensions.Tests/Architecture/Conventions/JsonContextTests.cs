namespace Globus.Extensions.Tests.Architecture.Conventions;

public sealed class JsonContextTests
{
    private const string Models =
        """
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Text.Json.Serialization.Metadata;

        public sealed record Page<T> { [JsonPropertyName("data")] public IReadOnlyList<T> Data { get; init; } = []; }
        public sealed record Task { [JsonExtensionData, JsonInclude] public IDictionary<string, JsonElement>? Rest { get; internal set; } public Owner? Owner { get; init; } }
        public sealed record Owner { [JsonPropertyName("id")] public required string Id { get; init; } }
        public sealed record Plain { public required string Id { get; init; } }

        {0}internal sealed class Context() : JsonSerializerContext(null)
        {
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override JsonTypeInfo? GetTypeInfo(Type type) => null;
        }
        """;

    [Theory]
    [MemberData(nameof(ShippedAssemblies.Names), MemberType = typeof(ShippedAssemblies))]
    public void Every_model_is_in_a_context(string assembly) =>
        JsonContextRule.FindViolations(ShippedAssemblies.Symbols(assembly)).ShouldBeEmpty();

    [Theory]
    [InlineData("", new[] { "Page<T>", "Task", "Owner" })]
    [InlineData("[JsonSerializable(typeof(Owner))] ", new[] { "Page<T>", "Task" })]
    [InlineData("[JsonSerializable(typeof(Task[]))] ", new[] { "Page<T>" })]
    [InlineData("[JsonSerializable(typeof(Page<Task>))] ", new string[0])]
    public void Reports_the_models_that_no_context_reaches(string attributes, string[] models) =>
        JsonContextRule.FindViolations(Example.Compile(Models.Replace("{0}", attributes, StringComparison.Ordinal)).Symbols)
            .ShouldBe(models.Select(static model => model + ": in no JsonSerializerContext"));
}
