using System.Text.Json.Serialization;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.Tests.OAuth;

/// <summary>What an application would declare to keep flow states between its replicas.</summary>
[JsonSerializable(typeof(AuthorizationFlowState))]
internal sealed partial class FlowStateJsonContext : JsonSerializerContext;
