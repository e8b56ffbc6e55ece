using System.Text.Json;
using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Principals;

namespace Globus.Extensions.OpenId.Internal;

/// <summary>The subject of an ID token. Unlike the ids in other answers it may not be a number (OpenID Connect Core, section 2).</summary>
internal sealed class SubjectConverter : JsonConverter<IdentityId>
{
    private static readonly StringValueConverter<IdentityId> Text = new();

    public override IdentityId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Text.Read(ref reader, typeToConvert, options) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, IdentityId value, JsonSerializerOptions options) => Text.Write(writer, value, options);
}
