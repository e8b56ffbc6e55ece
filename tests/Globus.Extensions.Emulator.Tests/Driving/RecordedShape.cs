using System.Text.Json;

namespace Globus.Extensions.Emulator.Tests.Driving;

/// <summary>Compares an answer of ours with a recorded one: every recorded member is there with the same JSON type; ours may have more, and null is any type.</summary>
internal static class RecordedShape
{
    public static void Compare(JsonElement recorded, JsonElement ours, string path, List<string> differences)
    {
        if (recorded.ValueKind == JsonValueKind.Null || ours.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (Kind(recorded) != Kind(ours))
        {
            differences.Add($"{path} is {ours.ValueKind}, not {recorded.ValueKind}");
        }
        else if (recorded.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in recorded.EnumerateObject())
            {
                if (ours.TryGetProperty(member.Name, out var value))
                {
                    Compare(member.Value, value, $"{path}.{member.Name}", differences);
                }
                else
                {
                    differences.Add($"{path}.{member.Name} is missing");
                }
            }
        }
        else if (recorded.ValueKind == JsonValueKind.Array && recorded.GetArrayLength() > 0 && ours.GetArrayLength() > 0)
        {
            Compare(recorded[0], ours[0], path + "[0]", differences);
        }
    }

    private static JsonValueKind Kind(JsonElement element) =>
        element.ValueKind == JsonValueKind.False ? JsonValueKind.True : element.ValueKind;
}
