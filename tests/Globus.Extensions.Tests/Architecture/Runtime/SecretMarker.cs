using System.Net.Http.Headers;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Globus.Extensions.Tests.Architecture.Runtime;

/// <summary>
/// Makes an object of any type without running its constructor and puts a marker wherever its names promise a token, a code, a
/// verifier or a secret, in the objects it holds too.
/// </summary>
internal sealed class SecretMarker
{
    public const string Text = "MARKER-that-must-not-show";

    private const int Depth = 3;

    private static readonly string[] SecretEndings = ["AccessToken", "RefreshToken", "IdToken", "ClientSecret", "CodeVerifier", "AuthorizationCode", "Password"];

    private static readonly string[] SecretNames = ["Secret", "Verifier", "Token"];

    // Elsewhere a "code" is what the service says about an error.
    private static readonly string[] NamespacesOfCodes = ["Globus.Extensions.OAuth", "Globus.Extensions.LoginFlows"];

    private int _placed;

    /// <summary>The object, or nothing where no name promises a secret.</summary>
    public static object? TryMake(Type type)
    {
        var marker = new SecretMarker();
        var made = marker.Make(type, Depth);
        return marker._placed > 0 ? made : null;
    }

    /// <summary>Whether objects of the type can be made at all.</summary>
    public static bool CanMake(Type type) =>
        type is { IsAbstract: false, IsInterface: false, IsEnum: false, ContainsGenericParameters: false, IsByRefLike: false }
        && !type.IsSubclassOf(typeof(Delegate))
        && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && !HasFinalizer(type);

    // It would run on an object whose constructor never did.
    private static bool HasFinalizer(Type type) =>
        type.IsClass && type.GetMethod("Finalize", BindingFlags.Instance | BindingFlags.NonPublic)!.DeclaringType != typeof(object);

    private object Make(Type type, int depth)
    {
        var made = RuntimeHelpers.GetUninitializedObject(type);
        for (var part = type; part is not null && part.Assembly == type.Assembly; part = part.BaseType)
        {
            foreach (var field in part.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (ValueFor(field, depth) is { } value)
                {
                    field.SetValue(made, value);
                }
            }
        }

        return made;
    }

    private object? ValueFor(FieldInfo field, int depth)
    {
        var type = Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType;
        if (type == typeof(string))
        {
            return IsSecret(field) ? Place(Text) : "text";
        }

        if (type == typeof(AuthenticationHeaderValue))
        {
            return Place(new AuthenticationHeaderValue("Bearer", Text));
        }

        if (EmptyValue.TryMake(type) is { } empty)
        {
            return empty;
        }

        return depth > 0 && type.Assembly == field.DeclaringType!.Assembly && CanMake(type) ? Make(type, depth - 1) : null;
    }

    private object Place(object value)
    {
        _placed++;
        return value;
    }

    private static bool IsSecret(FieldInfo field)
    {
        var owner = field.DeclaringType!;
        var name = PropertyName(field.Name);
        return EndsLikeSecret(name)
            || EndsLikeSecret(owner.Name)
            || SecretNames.Contains(name, StringComparer.OrdinalIgnoreCase)
            || name.Equals("Code", StringComparison.OrdinalIgnoreCase) && NamespacesOfCodes.Any(space => owner.Namespace?.StartsWith(space, StringComparison.Ordinal) == true);
    }

    private static bool EndsLikeSecret(string name) => SecretEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    // "<Name>k__BackingField" of a property, "<name>P" of a primary constructor's parameter, "_name" of a field.
    private static string PropertyName(string field) => field.StartsWith('<') ? field[1..field.IndexOf('>', StringComparison.Ordinal)] : field.TrimStart('_');
}
