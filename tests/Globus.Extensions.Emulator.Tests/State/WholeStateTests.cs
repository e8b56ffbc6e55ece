using System.Collections;
using System.Text.Json;
using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;
using static Globus.Extensions.Emulator.Tests.Driving.TransferUser;

namespace Globus.Extensions.Emulator.Tests.State;

public sealed class WholeStateTests : IDisposable
{
    /// <summary>Every store, and the part of the state that it is kept in. A store that is missing here is probably missing in the state, too.</summary>
    private static readonly Dictionary<string, string> Stores = new()
    {
        ["IdentityDirectory"] = "identities",
        ["RegisteredClient"] = "clients",
        ["ScopeCatalogue"] = "scopes",
        ["ConsentStore"] = "consents",
        ["TokenStore"] = "logins",
        ["AuthorizationCodeStore"] = "logins",
        ["GroupStore"] = "groups",
        ["GroupPreferences"] = "group_preferences",
        ["CollectionStore"] = "collections",
        ["ResourceStore`1"] = "access_rules",
        ["TunnelStore"] = "tunnels",
        ["TaskStore"] = "tasks",
        ["TransferTask"] = "tasks",
        ["AdminCancellations"] = "admin_cancellations",
    };

    /// <summary>What holds things in memory and is not kept, and why.</summary>
    private static readonly Dictionary<string, string> NotKept = new()
    {
        ["InteractionStore"] = "pages that are open in a browser are opened again",
        ["RequestParameters"] = "is of one request",
        ["MembershipBatch"] = "is of one request",
        ["RequestLog"] = "tells a test what its own emulator has answered",
        ["FaultScript"] = "is given at each start",
        ["TaskEngine"] = "takes up the unfinished tasks of the store",
    };

    private static readonly string[] ResourceParts = ["access_rules", "roles", "pause_rules", "bookmarks", "projects", "policies"];

    private readonly StateStage _stage = new();
    private readonly StateStage _untouched = new();

    public void Dispose()
    {
        _stage.Dispose();
        _untouched.Dispose();
    }

    [Fact]
    public async Task Every_part_of_the_state_survives_a_restart()
    {
        await (await _untouched.StartAsync()).DisposeAsync();
        await using (var driver = await _stage.StartAsync())
        {
            await ChangeEverythingAsync(driver);
        }

        var before = await ReadPartsAsync(_stage);
        await (await _stage.StartAsync()).DisposeAsync();
        var after = await ReadPartsAsync(_stage);
        var seeded = await ReadPartsAsync(_untouched);

        before.Keys.ShouldBe([.. Stores.Values.Concat(ResourceParts).Append("signing_key").Distinct()], ignoreOrder: true);
        foreach (var (name, part) in before)
        {
            after[name].ShouldBe(part, name);
            part.ShouldNotBe(seeded[name], $"this test changes nothing of {name}");
        }
    }

    [Fact]
    public void Whatever_holds_things_in_memory_is_kept_or_has_a_reason_not_to_be()
    {
        var holders = typeof(GlobusEmulator).Assembly.GetTypes()
            .Where(static type => type is { IsClass: true, IsNested: false } && !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), inherit: false)
                && type.GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic).Any(IsStore))
            .Select(static type => type.Name);

        holders.ShouldBe([.. Stores.Keys, .. NotKept.Keys], ignoreOrder: true, "a store joins the state with a line in StateParts, and this test with a line above");
    }

    [Fact]
    public void Every_store_of_resources_is_a_part()
    {
        var stores = typeof(GlobusEmulator).Assembly.GetTypes()
            .SelectMany(static type => type.GetConstructors().SelectMany(static constructor => constructor.GetParameters()))
            .Select(static parameter => parameter.ParameterType)
            .Where(static type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ResourceStore<>))
            .Distinct();

        stores.Count().ShouldBe(ResourceParts.Length, "a store joins the state with a line in StateParts, and this test with its part above");
    }

    /// <summary>A collection that the class makes itself and keeps to itself.</summary>
    private static bool IsStore(System.Reflection.FieldInfo field) =>
        field.Name.StartsWith('_')
        && typeof(IEnumerable).IsAssignableFrom(field.FieldType)
        && field.FieldType.GetMethods().Any(static method => method.Name is "Add" or "Enqueue" or "TryAdd");

    private static async Task<Dictionary<string, string>> ReadPartsAsync(StateStage stage)
    {
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(stage.File, TestContext.Current.CancellationToken));
        return document.RootElement.GetProperty("parts").EnumerateObject().ToDictionary(static part => part.Name, static part => part.Value.GetRawText());
    }

    private static async Task ChangeEverythingAsync(EmulatorDriver driver)
    {
        var ada = new Developer(driver, await driver.AccessTokenAsync(ManageProjects));
        await ada.CreateProjectAsync();
        await ada.CreatePolicyAsync();
        await ada.CreateScopeAsync((await ada.CreateConfidentialAsync()).Id, "manage");
        await driver.LoginAsync(("access_type", "offline"), ("scope", "openid email"));
        driver.SignIn();
        await driver.GetAsync("auth/jwk.json");

        var groups = await driver.AccessTokenAsync(GroupsAll);
        await DoAsync(driver, HttpMethod.Post, "groups/v2/groups", groups, """{"name":"New"}""");
        await DoAsync(driver, HttpMethod.Put, "groups/v2/preferences", groups, $$$"""{"{{{AdaId}}}":{"allow_add":false}}""");

        var user = await LogInAsync(driver);
        await DoAsync(user.PostAsync("endpoint", """{"DATA_TYPE":"endpoint","display_name":"Mine","is_globus_connect":true}"""));
        await DoAsync(user.DeleteAsync($"endpoint/{Mapped}"));
        await DoAsync(user.PostAsync(
            $"endpoint/{First}/role", $$"""{"DATA_TYPE":"role","principal_type":"identity","principal":"{{AdaId}}","role":"activity_manager"}"""));
        await DoAsync(user.PostAsync(
            $"endpoint/{Guest}/access",
            $$"""{"DATA_TYPE":"access","principal_type":"identity","principal":"{{GraceId}}","path":"/","permissions":"rw"}"""));
        await DoAsync(user.PostAsync("bookmark", $$"""{"DATA_TYPE":"bookmark","name":"home","endpoint_id":"{{First}}","path":"/home/"}"""));
        await ChangeTasksAsync(user);
        await OpenTunnelAsync(driver, user);
    }

    /// <summary>One task succeeds, with a success and a skipped error; another one is paused and then cancelled by a manager.</summary>
    private static async Task ChangeTasksAsync(TransferUser user)
    {
        var done = await SubmitAsync(user, "/home/", """,{"DATA_TYPE":"transfer_item","source_path":"/none","destination_path":"/none"}""");
        while ((await user.GetAsync($"task/{done}"))["status"] == "ACTIVE")
        {
            await Task.Yield();
        }

        await DoAsync(user.PostAsync(
            "endpoint_manager/pause_rule",
            $$"""{"DATA_TYPE":"pause_rule","endpoint_id":"{{Second}}","message":"Not now","pause_ls":false}"""));
        var held = await SubmitAsync(user, "/home/", "");
        await DoAsync(user.PostAsync("endpoint_manager/admin_cancel", $$"""{"message":"No more","task_id_list":["{{held}}"]}"""));
        await SubmitAsync(user, "/home/", "");
    }

    private static async Task<string> SubmitAsync(TransferUser user, string folder, string more) => (await DoAsync(user.PostAsync(
        "transfer",
        $$"""
        {"DATA_TYPE":"transfer","submission_id":"{{Guid.NewGuid()}}","source_endpoint":"{{First}}","destination_endpoint":"{{Second}}","skip_source_errors":true,
         "DATA":[{"DATA_TYPE":"transfer_item","source_path":"{{folder}}","destination_path":"/copy/","recursive":true}{{more}}]}
        """)))["task_id"];

    private static async Task OpenTunnelAsync(EmulatorDriver driver, TransferUser user)
    {
        var point = (await user.GetAsync("v2/stream_access_points")).Json.GetProperty("data")[0].GetProperty("id").GetString();
        var end = $$$"""{"data":{"type":"StreamAccessPoint","id":"{{{point}}}"} }""";
        await DoAsync(user.PostAsync(
            "v2/tunnels",
            $$$"""
            {"data":{"type":"Tunnel","attributes":{"submission_id":"{{{Guid.NewGuid()}}}"},"relationships":{"initiator":{{{end}}},"listener":{{{end}}} } } }
            """));
    }

    private static Task<Answer> DoAsync(EmulatorDriver driver, HttpMethod method, string path, string token, string json) =>
        DoAsync(driver.SendJsonAsync(method, path, token, json));

    private static async Task<Answer> DoAsync(Task<Answer> request)
    {
        var answer = await request;
        ((int)answer.Status).ShouldBeInRange(200, 299, answer.Body);
        return answer;
    }
}
