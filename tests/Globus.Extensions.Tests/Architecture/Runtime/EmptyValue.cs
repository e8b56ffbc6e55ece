namespace Globus.Extensions.Tests.Architecture.Runtime;

/// <summary>Empty collections and an address, so that a text made of them does not stumble over null.</summary>
internal static class EmptyValue
{
    private static readonly Type[] Lists = [typeof(IEnumerable<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlyList<>), typeof(ICollection<>), typeof(IList<>)];

    private static readonly Type[] Dictionaries = [typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>), typeof(Dictionary<,>)];

    /// <summary>An empty value of the type, or nothing where none is known.</summary>
    public static object? TryMake(Type type)
    {
        if (type == typeof(Uri))
        {
            return new Uri("https://example.org/");
        }

        if (type.IsSZArray)
        {
            return Array.CreateInstance(type.GetElementType()!, 0);
        }

        if (!type.IsGenericType)
        {
            return null;
        }

        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        return definition switch
        {
            _ when Lists.Contains(definition) => Array.CreateInstance(arguments[0], 0),
            _ when Dictionaries.Contains(definition) => Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments)),
            _ when definition == typeof(List<>) || definition == typeof(HashSet<>) => Activator.CreateInstance(type),
            _ => null,
        };
    }
}
