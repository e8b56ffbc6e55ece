using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Globus.Extensions.Http.Internal;

/// <summary>The contracts of a source-generated context, of which those of some answers keep nulls.</summary>
internal sealed class NullKeepingResolver(JsonSerializerContext context) : IJsonTypeInfoResolver
{
    private readonly Dictionary<Type, Func<JsonTypeInfo, JsonTypeInfo>> _answers = [];

    /// <summary>Lets an answer keep its nulls.</summary>
    public NullKeepingResolver Add<T>()
        where T : class, IKeepsNulls
    {
        _answers.Add(typeof(T), static contract => JsonMetadataServices.CreateValueInfo<T>(contract.Options, new NullKeepingConverter<T>((JsonTypeInfo<T>)contract)));
        return this;
    }

    /// <summary>The options that read and write them so, otherwise the same as the context's.</summary>
    public JsonSerializerOptions ToOptions() => new(context.Options)
    {
        TypeInfoResolver = this,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never, // The contracts say for each member what is written.
    };

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        var contract = ((IJsonTypeInfoResolver)context).GetTypeInfo(type, options);
        return contract is not null && _answers.TryGetValue(type, out var keepNulls) ? keepNulls(contract) : contract;
    }
}
