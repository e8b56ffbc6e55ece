using System.Text.Json.Serialization;

namespace Globus.Extensions.Emulator;

/// <summary>When a connection is cut by an <see cref="EmulatorFault"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EmulatorConnectionFault>))]
public enum EmulatorConnectionFault
{
    /// <summary>It is not.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Before the service has seen the request: nothing happened.</summary>
    [JsonStringEnumMemberName("before_request")]
    BeforeRequest,

    /// <summary>After the service has done what was asked, before a byte of the answer: the caller cannot know.</summary>
    [JsonStringEnumMemberName("before_answer")]
    BeforeAnswer,

    /// <summary>In the middle of the answer's body: it comes truncated.</summary>
    [JsonStringEnumMemberName("within_answer")]
    WithinAnswer,
}
