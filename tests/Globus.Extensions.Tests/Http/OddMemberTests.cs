using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Services.Groups;
using Globus.Extensions.Services.Groups.Internal;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Services.Transfer.Internal;
using Globus.Extensions.Tests.OAuth;
using Globus.Extensions.Tests.Services.Transfer;

namespace Globus.Extensions.Tests.Http;

/// <summary>A member that is not what it should be has no value and is kept as it came; the rest of the answer is read.</summary>
public sealed class OddMemberTests
{
    private static readonly Guid Id = new("10000000-0000-4000-8000-000000000001");

    // What no model takes as the value of one member or another.
    private static readonly string[] Oddities = ["""{"odd":[1]}""", "true", "[[7]]"];

    public static TheoryData<string> Models => [.. ModelsBeside(typeof(Endpoint)).Concat(ModelsBeside(typeof(Group))).Select(static model => model.FullName!)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_member_that_an_answer_can_do_without_may_be_odd(string name)
    {
        var model = typeof(Endpoint).Assembly.GetType(name, throwOnError: true)!;
        var (contract, options) = model.Namespace == typeof(Endpoint).Namespace
            ? (TransferJsonContext.Default.GetTypeInfo(model)!, ForgivingOptions(TransferAnswers.TransferResult))
            : (GroupsJsonContext.Default.GetTypeInfo(model)!, GroupsAnswers.Options);
        var needed = contract.Properties.Where(static property => property.IsRequired).ToList();
        foreach (var property in contract.Properties.Where(static property => property is { IsRequired: false, IsExtensionData: false, Get: not null } && property.PropertyType != typeof(JsonElement?)))
        {
            var document = new JsonObject(needed.Select(static one => KeyValuePair.Create(one.Name, (JsonNode?)(one.PropertyType == typeof(long) ? JsonValue.Create(1) : JsonValue.Create("x")))));
            document[property.Name] = JsonNode.Parse(Oddities.First(odd => !CanRead(document, property.Name, odd, contract)));

            var answer = document.Deserialize(options.GetTypeInfo(model))!;

            contract.Properties.Single(one => one.Name == property.Name).Get!(answer).ShouldBe(property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null, property.Name);
            TransferDocuments.Difference(document, JsonSerializer.SerializeToNode(answer, options.GetTypeInfo(model))).ShouldBeNull(property.Name);
        }
    }

    [Fact]
    public async Task One_odd_member_does_not_spoil_a_page()
    {
        var page = ScriptedHandler.Json(
            """
            {"DATA_TYPE":"task_list","total":3,"DATA":[
              {"task_id":"a","files":"many","label":"\ud800","faults":2},
              {"task_id":"b","files":1,"completion_time":"","fatal_error":{"code":7,"description":["x"]},"filter_rules":{"none":true}},
              {"task_id":"c","files":12345678901234567890,"request_time":1600000000,"bytes_transferred":1.5}]}
            """);
        using var script = new ScriptedTransfer(page, page);

        var tasks = await script.Client.Tasks.ListAsync().ToListAsync(Cancellation);

        script.Sent.Select(static request => request.Uri.PathAndQuery).ShouldBe(Enumerable.Repeat("/v0.10/task_list?limit=1000", 2));
        tasks.Select(static task => task.TaskId.Value).ShouldBe(["a", "b", "c"]);
        tasks.Select(static task => task.Files).ShouldBe([null, 1, null]);
        tasks[0].Faults.ShouldBe(2);
        tasks[0].ExtensionData!["files"].GetString().ShouldBe("many");
        tasks[0].ExtensionData!["label"].GetRawText().ShouldBe("\"\\ud800\"");
        tasks[1].FatalError!.Code!.Value.Value.ShouldBe("7");
        tasks[1].FatalError!.ExtensionData!["description"].GetRawText().ShouldBe("""["x"]""");
        tasks[1].ExtensionData!.Keys.ShouldBe(["completion_time", "filter_rules"], ignoreOrder: true);
        tasks[2].ExtensionData!["files"].GetRawText().ShouldBe("12345678901234567890");
        tasks[2].BytesTransferred.ShouldBeNull();
    }

    [Fact]
    public async Task One_odd_member_does_not_spoil_a_document()
    {
        using var script = new ScriptedTransfer(ScriptedHandler.Json("""{"id":"e","keywords":["a","b"],"DATA":[{"id":"seven","hostname":"h"},{"port":null}],"my_effective_roles":"all"}"""));

        var endpoint = await script.Client.Endpoints.GetAsync(Id, Cancellation);

        endpoint.Id.Value.ShouldBe("e");
        endpoint.Keywords.ShouldBeNull();
        endpoint.ExtensionData!.Keys.ShouldBe(["keywords", "my_effective_roles"], ignoreOrder: true);
        endpoint.Servers!.Select(static server => server.Hostname).ShouldBe(["h", null]);
        endpoint.Servers![0].ExtensionData!["id"].GetString().ShouldBe("seven");
    }

    [Fact]
    public async Task One_odd_attribute_does_not_spoil_a_resource()
    {
        using var script = new ScriptedTransfer(ScriptedHandler.Json("""{"data":{"type":"Tunnel","id":"t","attributes":{"lifetime_mins":"long","label":"l"}}}"""));

        var tunnel = await script.Client.Tunnels.GetAsync(Id, Cancellation);

        tunnel.Label.ShouldBe("l");
        tunnel.Lifetime.ShouldBeNull();
        tunnel.ExtensionData!["lifetime_mins"].GetString().ShouldBe("long");
    }

    [Theory]
    [InlineData("""{"total":"x","DATA":[]}""")]
    [InlineData("""{"DATA":{"task_id":"a"}}""")]
    [InlineData("""{"DATA":[7]}""")]
    [InlineData("""{"DATA":["a"]}""")]
    [InlineData("""{"DATA":[{"task_id":"a"}]""")]
    public async Task What_is_no_page_stays_an_error(string json)
    {
        using var script = new ScriptedTransfer(ScriptedHandler.Json(json));

        var exception = await Should.ThrowAsync<TransferApiException>(async () => await script.Client.Tasks.ListAsync().ToListAsync(Cancellation));

        exception.InnerException.ShouldBeOfType<JsonException>();
        exception.RawBody.ShouldBe(json);
    }

    [Theory]
    [InlineData("""{"id":{}}""")]
    [InlineData("""{"name":"n"}""")]
    [InlineData("""{"id":true,"name":7}""")]
    public async Task What_an_answer_needs_may_not_be_odd(string json)
    {
        using var script = new ScriptedTransfer(ScriptedHandler.Json(json));

        var exception = await Should.ThrowAsync<TransferApiException>(() => script.Client.Bookmarks.GetAsync(Id, Cancellation));

        exception.RawBody.ShouldBe(json);
    }

    [Fact]
    public async Task An_id_may_be_a_number()
    {
        using var script = new ScriptedTransfer(ScriptedHandler.Json("""{"code":"Created","access_id":12345}"""));

        (await script.Client.AccessRules.CreateAsync(Id, AccessRuleCreation.ForAnonymous("/", AccessPermissions.Read), Cancellation)).Id.Value.ShouldBe("12345");
    }

    [Fact]
    public void A_group_with_an_odd_member_still_keeps_its_nulls()
    {
        const string Json = """{"id":"g","name":7,"description":null,"my_memberships":[{"identity_id":"i","updated":"soon","role":null}],"policies":{"join_requests":"yes","signup_fields":null}}""";

        var group = JsonSerializer.Deserialize(Json, GroupsAnswers.Group)!;

        group.MyMemberships!.Single().IdentityId.Value.ShouldBe("i");
        group.Policies!.JoinRequests.ShouldBeNull();
        JsonNode.DeepEquals(JsonSerializer.SerializeToNode(group, GroupsAnswers.Group), JsonNode.Parse(Json)).ShouldBeTrue();
    }

    [Fact]
    public void A_group_may_hold_half_a_character()
    {
        var group = JsonSerializer.Deserialize("""{"id":"g","name":"\ud800"}""", GroupsAnswers.Group)!;

        group.Name.ShouldBeNull();
        group.ExtensionData!["name"].GetRawText().ShouldBe("\"\\ud800\"");
    }

    private static IEnumerable<Type> ModelsBeside(Type one) => one.Assembly.GetTypes().Where(type =>
        type.Namespace == one.Namespace && type.GetProperties().Any(static property => property.IsDefined(typeof(JsonExtensionDataAttribute), inherit: false)));

    private static JsonSerializerOptions ForgivingOptions<T>(JsonTypeInfo<T> typeInfo) => ForgivingResolver.Find(typeInfo)!.Options;

    private static bool CanRead(JsonObject document, string name, string value, JsonTypeInfo contract)
    {
        var trial = document.DeepClone().AsObject();
        trial[name] = JsonNode.Parse(value);
        try
        {
            trial.Deserialize(contract);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
