using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Globus.Extensions.Services.Groups;
using Globus.Extensions.Services.Groups.Internal;

namespace Globus.Extensions.Tests.Http;

public sealed class NullKeepingTests
{
    private static readonly string[] Models = [.. ModelsOfGroups().Select(static model => model.Name)];

    public static TheoryData<string> Names => [.. Models];

    [Theory]
    [InlineData("""{"id":"g"}""")]
    [InlineData("""{"id":"g","name":null,"child_ids":null,"tomorrow":null,"parent_id":null}""")]
    [InlineData("""{"id":"g","my_memberships":[{"identity_id":"i","status_reason":null},{"identity_id":"j"}],"policies":{"authentication_assurance_timeout":null}}""")]
    [InlineData("""{"id":"g","session_timeouts":{"i":{"expire_time":null}},"allowed_actions":{"add":null,"join":[]},"subscription_info":{"connectors":{"c":{"is_ha":null}}}}""")]
    public async Task A_document_is_written_as_it_came(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));

        var group = (await JsonSerializer.DeserializeAsync(stream, GroupsAnswers.Group, TestContext.Current.CancellationToken))!;

        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(group, GroupsAnswers.Group), JsonNode.Parse(json)).ShouldBeTrue();
    }

    [Fact]
    public void A_value_that_is_given_later_takes_the_place_of_the_null()
    {
        var group = JsonSerializer.Deserialize("""{"id":"g","name":null,"description":null}""", GroupsAnswers.Group)! with { Name = "n" };

        JsonSerializer.Serialize(group, GroupsAnswers.Group).ShouldBe("""{"id":"g","name":"n","description":null}""");
    }

    [Fact]
    public void What_was_made_by_hand_is_written_without_nulls() =>
        JsonSerializer.Serialize(new GroupMembership { IdentityId = new("i"), Role = GroupRole.Admin }, GroupsAnswers.Options.GetTypeInfo(typeof(GroupMembership)))
            .ShouldBe("""{"identity_id":"i","role":"admin"}""");

    [Fact]
    public void Documents_that_say_the_same_are_equal()
    {
        const string Json = """{"identity_id":"i","status_reason":null}""";

        Read(Json).ShouldBe(Read(Json));
        Read(Json).ShouldNotBe(Read("""{"identity_id":"i"}"""));

        static object? Read(string json) => JsonSerializer.Deserialize(json, GroupsAnswers.Options.GetTypeInfo(typeof(GroupMembership)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"id":null}""")]
    [InlineData("""{"id":"g","name":}""")]
    public void What_is_no_document_is_a_json_exception(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize(json, GroupsAnswers.Group));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_answer_of_groups_keeps_each_null(string name)
    {
        var type = GroupsAnswers.Options.GetTypeInfo(ModelsOfGroups().Single(model => model.Name == name));
        var contract = GroupsJsonContext.Default.GetTypeInfo(type.Type)!;
        var document = new JsonObject(contract.Properties.Where(static property => !property.IsExtensionData).Select(static property =>
            KeyValuePair.Create(property.Name, property.IsRequired ? JsonValue.Create("x") : (JsonNode?)null)));

        var written = JsonSerializer.SerializeToNode(document.Deserialize(type), type);

        JsonNode.DeepEquals(written, document).ShouldBeTrue($"{written} instead of {document}");
    }

    private static IEnumerable<Type> ModelsOfGroups() => typeof(Group).Assembly.GetTypes().Where(static type =>
        type.Namespace == typeof(Group).Namespace && type.GetProperties().Any(static property => property.IsDefined(typeof(JsonExtensionDataAttribute))));
}
