using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator;

/// <summary>What an <see cref="EmulatorFault"/> does to the access token of the call.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EmulatorTokenFault>))]
public enum EmulatorTokenFault
{
    /// <summary>Nothing.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>It ends; a refresh token gives another.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary>It ends together with the login behind it: its refresh tokens and the login's other access tokens are dead as well.</summary>
    [JsonStringEnumMemberName("revoked")]
    Revoked,
}
