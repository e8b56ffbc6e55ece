using System.Text.Json.Nodes;
using Globus.Extensions.Tests.OAuth;

namespace Globus.Extensions.Tests.Services.Auth;

/// <summary>The bodies that <c>api-surface.json</c> gives as examples: once with what is required alone, once with everything.</summary>
public sealed class AuthBodyExampleTests
{
    private static readonly string Answer = """
        {"project":{"id":"x"},"policy":{"id":"x"},"client":{"id":"x"},"credential":{"id":"x"},"scope":{"id":"x"}}
        """;

    [Fact]
    public async Task Every_example_of_a_body_is_what_we_send()
    {
        var checks = 0;
        var failures = new List<string>();
        foreach (var operation in AuthSurface.Read().Where(static operation => operation["body"]?["wrapper_key"] is not null))
        {
            foreach (var example in AuthSurface.ExamplesOf(operation))
            {
                checks++;
                var sent = await SendAsync(operation, example);
                if (sent.Method.Method != operation["http_method"]!.GetValue<string>() || !JsonNode.DeepEquals(JsonNode.Parse(sent.Body), example))
                {
                    failures.Add($"{operation["method"]}: {sent.Method} {sent.Body} instead of {example.ToJsonString()}");
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"api-surface.json, JSON bodies of auth: {checks - failures.Count} of {checks}");
        failures.ShouldBeEmpty();
        checks.ShouldBe(20);
    }

    private static async Task<RecordedRequest> SendAsync(JsonNode operation, JsonObject example)
    {
        var name = operation["method"]!.GetValue<string>();
        var path = operation["path_template"]!.GetValue<string>().Split('{')[0];
        var arguments = OperationArguments.OfRequest(path.Contains("/v2/api/") ? path + "10000000-0000-4000-8000-000000000001" : path, query: null, example);
        return name switch
        {
            "create_child_client" => await SendAsync(ScriptedAuth.WithSecret("secret", ScriptedHandler.Json(Answer)), auth =>
                auth.Confidential.CreateChildClientAsync(OperationCalls.ChildRegistration(arguments), TestContext.Current.CancellationToken)),
            "create_native_app_instance" => await SendAsync(
                ScriptedAuth.With(options => options.ClientId = arguments.Text("template_id"), ScriptedHandler.Json(Answer)),
                auth => auth.NativeClient.CreateNativeAppInstanceAsync(arguments.Text("name")!, TestContext.Current.CancellationToken)),
            _ => await SendAsync(name, arguments),
        };
    }

    private static async Task<RecordedRequest> SendAsync(string operation, OperationArguments arguments)
    {
        using var auth = new ScriptedAuthService(ScriptedHandler.Json(Answer));
        await OperationCalls.CallAsync(auth.Client, operation, arguments);
        return auth.Sent;
    }

    private static async Task<RecordedRequest> SendAsync(ScriptedAuth auth, Func<ScriptedAuth, Task> call)
    {
        using (auth)
        {
            await call(auth);
            return auth.Handler.Requests.ShouldHaveSingleItem();
        }
    }
}
