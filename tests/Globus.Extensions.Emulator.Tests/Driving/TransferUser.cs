using System.Net;
using System.Text;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;

namespace Globus.Extensions.Emulator.Tests.Driving;

/// <summary>Somebody with a token for Transfer; paths are below <c>transfer/v0.10/</c>, or below <c>transfer/</c> if they start with <c>v2/</c>.</summary>
internal sealed class TransferUser(EmulatorDriver driver, string token)
{
    public const string First = "c0111ec7-0000-4000-8000-000000000001";
    public const string Second = "c0111ec7-0000-4000-8000-000000000002";
    public const string Guest = "c0111ec7-0000-4000-8000-000000000003";
    public const string Endpoint = "c0111ec7-0000-4000-8000-000000000004";
    public const string Mapped = "00000000-0000-4000-a000-00000000da7a";
    public const string MappedDataAccess = TransferAll + "[*https://auth.globus.org/scopes/" + Mapped + "/data_access]";

    public EmulatorDriver Driver => driver;

    public static async Task<TransferUser> LogInAsync(EmulatorDriver driver, string userName = Ada, string scope = TransferAll) =>
        new(driver, await driver.AccessTokenAsync(scope, userName));

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, string? json = null) => SendAsync(HttpMethod.Post, path, json);

    public Task<Answer> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, path, json);

    public Task<Answer> PatchAsync(string path, string json) => SendAsync(HttpMethod.Patch, path, json);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Answer> ListAsync(string collection, string path, string more = "") =>
        GetAsync($"operation/endpoint/{collection}/ls?path={Uri.EscapeDataString(path)}{more}");

    public Task<Answer> StatAsync(string collection, string path) =>
        GetAsync($"operation/endpoint/{collection}/stat?path={Uri.EscapeDataString(path)}");

    /// <summary>The names in a listing that is known to be good.</summary>
    public async Task<string> NamesAsync(string collection, string path, string more = "")
    {
        var answer = await ListAsync(collection, path, more);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        return string.Join(' ', answer.Json.GetProperty("DATA").EnumerateArray().Select(file => file.GetProperty("name").GetString()));
    }

    /// <summary>One of the operations mkdir, rename and symlink.</summary>
    public Task<Answer> ChangeAsync(string collection, string operation, params (string Name, string Value)[] fields)
    {
        var members = fields.Prepend(("DATA_TYPE", operation)).ToDictionary(static field => field.Item1, static field => field.Item2);
        return PostAsync($"operation/endpoint/{collection}/{operation}", Json.Of(members));
    }

    /// <summary>The folder behind a collection.</summary>
    public string Folder(string collection, params ReadOnlySpan<string> names) =>
        Path.Combine([driver.Emulator.GetCollectionFolder(Guid.Parse(collection)), .. names]);

    private async Task<Answer> SendAsync(HttpMethod method, string path, string? json = null)
    {
        using var content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        var root = path.StartsWith("v2/", StringComparison.Ordinal) ? "transfer/" : "transfer/v0.10/";
        return await driver.SendAsync(method, root + path, token, content: content);
    }
}
