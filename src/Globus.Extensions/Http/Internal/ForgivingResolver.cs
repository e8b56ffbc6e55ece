using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Globus.Extensions.Http.Internal;

/// <summary>
/// The contracts of a source-generated context for answers that may have odd members. They are the context's own, as fast as those; only when
/// an answer cannot be read by them is it read again, by others that bear such members.
/// </summary>
internal sealed class ForgivingResolver(JsonSerializerContext context) : IJsonTypeInfoResolver
{
    private readonly Dictionary<Type, Func<JsonTypeInfo, JsonTypeInfo>> _answers = [];

    private JsonSerializerOptions? _forgiving;

    /// <summary>How to read an answer that could not be read; <see langword="null"/> if there is no other way.</summary>
    public static JsonTypeInfo<T>? Find<T>(JsonTypeInfo<T> typeInfo) =>
        (JsonTypeInfo<T>?)(typeInfo.Options.TypeInfoResolver as ForgivingResolver)?._forgiving?.GetTypeInfo(typeof(T));

    /// <summary>Lets an answer have odd members.</summary>
    public ForgivingResolver Add<T>()
        where T : class
    {
        _answers.Add(typeof(T), static contract => JsonMetadataServices.CreateValueInfo<T>(contract.Options, new ForgivingConverter<T>((JsonTypeInfo<T>)contract)));
        return this;
    }

    /// <summary>The options that read and write them so, otherwise the same as the context's.</summary>
    public JsonSerializerOptions ToOptions()
    {
        _forgiving = new JsonSerializerOptions(context.Options) { TypeInfoResolver = new Second(this) };
        return new JsonSerializerOptions(context.Options) { TypeInfoResolver = this };
    }

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        var contract = ((IJsonTypeInfoResolver)context).GetTypeInfo(type, options);
        if (contract is not null && _answers.ContainsKey(type) && OddMembers.OthersOf(contract) is { } others)
        {
            foreach (var property in contract.Properties.Where(static property => property is { IsExtensionData: false, Get: not null }))
            {
                WriteOnce(property, others);
            }
        }

        return contract;
    }

    // A member that is kept among the others is not written again without its value.
    private static void WriteOnce(JsonPropertyInfo property, JsonPropertyInfo others)
    {
        var isWritten = property.ShouldSerialize;
        property.ShouldSerialize = (answer, value) => isWritten?.Invoke(answer, value) != false
            && (value is not null || others.Get!(answer) is not IDictionary<string, JsonElement> kept || !kept.ContainsKey(property.Name));
    }

    private sealed class Second(ForgivingResolver first) : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
        {
            var contract = first.GetTypeInfo(type, options);
            return contract is not null && first._answers.TryGetValue(type, out var forgive) ? forgive(contract) : contract;
        }
    }
}
