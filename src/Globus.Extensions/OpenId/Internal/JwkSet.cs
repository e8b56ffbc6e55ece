using System.Text.Json.Serialization;

namespace Globus.Extensions.OpenId.Internal;

/// <summary>A key set (RFC 7517, section 5), without the keys that cannot be read: one that is strange must not spoil the others.</summary>
[JsonConverter(typeof(JwkSetConverter))]
internal sealed record JwkSet(IReadOnlyList<GlobusJsonWebKey> Keys);
