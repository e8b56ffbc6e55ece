using System.Net;
using System.Text.Json;

namespace Globus.Extensions.Emulator.Tests.Driving;

/// <summary>An answer read to its end.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body, Dictionary<string, string> Headers)
{
    public JsonElement Json => JsonElement.Parse(Body);

    public string this[string member] => Json.GetProperty(member).GetString().ShouldNotBeNull();

    public Uri Location => new(Headers["Location"]);

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var headers = response.Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
            return new Answer(response.StatusCode, body, headers);
        }
    }
}
