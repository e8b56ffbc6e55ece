using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Globus.Extensions.Http.Internal;

/// <summary>
/// Reads and writes an answer by its source-generated contract, keeps the nulls, and bears odd members. The contract alone cannot: it gives a record
/// all members at once, the absent ones as null.
/// </summary>
internal sealed class NullKeepingConverter<T> : JsonConverter<T>
    where T : class, IKeepsNulls
{
    private const int Bits = 128;

    private readonly JsonTypeInfo<T> _contract;
    private readonly byte[][] _names;

    /// <summary>Wraps a contract.</summary>
    /// <param name="contract">A contract that nobody else uses: its rules for writing are changed.</param>
    public NullKeepingConverter(JsonTypeInfo<T> contract)
    {
        // A property that is not for JSON would swallow a member of its name.
        foreach (var computed in contract.Properties.Where(static property => property is { Get: null, Set: null }).ToList())
        {
            contract.Properties.Remove(computed);
        }

        if (contract.Properties.Count > Bits)
        {
            throw new NotSupportedException($"{typeof(T)} has more than {Bits} members, the most whose nulls can be kept.");
        }

        _contract = contract;
        _names = [.. contract.Properties.Select(static property => Encoding.UTF8.GetBytes(property.Name))];
        for (var i = 0; i < _names.Length; i++)
        {
            var property = contract.Properties[i];
            if (!property.IsExtensionData && (!property.PropertyType.IsValueType || Nullable.GetUnderlyingType(property.PropertyType) is not null))
            {
                var bit = UInt128.One << i;
                property.ShouldSerialize = (answer, value) => value is not null || (((IKeepsNulls)answer).Nulls & bit) != 0;
            }
        }
    }

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var nulls = FindNulls(reader);
        var answer = ReadAnswer(ref reader);
        if (answer is not null)
        {
            answer.Nulls = nulls;
        }

        return answer;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, _contract);

    private T? ReadAnswer(ref Utf8JsonReader reader)
    {
        var start = reader;
        try
        {
            return JsonSerializer.Deserialize(ref reader, _contract);
        }
        catch (Exception exception) when (OddMembers.IsUnreadable(exception))
        {
            reader = start;
            return OddMembers.Read(ref reader, _contract);
        }
    }

    /// <summary>Looks through the members with a copy of the reader; the reader itself stays where it is.</summary>
    private UInt128 FindNulls(Utf8JsonReader reader)
    {
        var nulls = UInt128.Zero;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return nulls;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
            {
                nulls |= BitOf(name);
            }
            else
            {
                reader.TrySkip();
            }
        }

        return nulls;
    }

    private UInt128 BitOf(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (name.SequenceEqual(_names[i]))
            {
                return UInt128.One << i;
            }
        }

        return UInt128.Zero; // A member without a property, which is kept among the others of that kind.
    }
}
