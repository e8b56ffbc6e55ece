namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>Marks an app as registered, and says where its settings stand, for messages.</summary>
internal sealed class AppRegistration(string name)
{
    public string Name => name;

    /// <summary>The configuration path: that of the bound section, else the one by convention.</summary>
    public string ConfigurationPath { get; set; } = name.Length == 0 ? "Globus" : $"Globus:{name}";

    /// <summary>Whether the application wants the tokens encrypted at rest.</summary>
    public bool IsProtected { get; set; }

    /// <summary>Scopes that registrations beside the options ask for.</summary>
    public List<KeyValuePair<string, IEnumerable<string>>> AdditionalScopes { get; } = [];

    /// <summary>The key of the app's services; the default app's have none.</summary>
    public object? Key => KeyOf(name);

    public static object? KeyOf(string name) => name.Length == 0 ? null : name;
}
