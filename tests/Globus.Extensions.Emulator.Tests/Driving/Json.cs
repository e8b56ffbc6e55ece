using System.Text.Json.Nodes;

namespace Globus.Extensions.Emulator.Tests.Driving;

/// <summary>Writes bodies.</summary>
internal static class Json
{
    public static string Of(IEnumerable<KeyValuePair<string, string>> members)
    {
        var document = new JsonObject();
        foreach (var (name, value) in members)
        {
            document[name] = value;
        }

        return document.ToJsonString();
    }
}
