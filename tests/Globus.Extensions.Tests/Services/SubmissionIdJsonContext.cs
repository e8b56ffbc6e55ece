using System.Text.Json.Serialization;

namespace Globus.Extensions.Tests.Services;

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class SubmissionIdJsonContext : JsonSerializerContext;
