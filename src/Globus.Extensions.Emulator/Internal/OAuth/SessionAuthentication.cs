using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator.Internal.OAuth;

/// <summary>One sign-in of a session; the emulator knows no strengths of sign-ins, so those are null.</summary>
internal sealed record SessionAuthentication(long AuthTime, Guid Idp)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Acr { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public IReadOnlyList<string>? Amr { get; }

    public Dictionary<string, string> CustomClaims { get; } = [];
}
