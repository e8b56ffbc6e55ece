using Globus.Extensions.OAuth;

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

    /// <summary>The login client that the application made itself, if it was given as an object.</summary>
    public GlobusLoginClient? LoginClient { get; set; }

    /// <summary>Whether the application makes the login client itself.</summary>
    public bool HasOwnLoginClient { get; set; }

    /// <summary>Whether the application made the login flow itself.</summary>
    public bool HasOwnLoginFlow { get; set; }

    /// <summary>Whether the application made the storage itself, so that the options do not say where it keeps its tokens.</summary>
    public bool HasOwnStorage { get; set; }

    /// <summary>The key of the app's services; the default app's have none.</summary>
    public object? Key => KeyOf(name);

    /// <summary>Lets the options know what the app was given. The id of the login client is what configuration may repeat, and not contradict.</summary>
    public void Describe(GlobusOptions options)
    {
        options.HasOwnLoginClient = HasOwnLoginClient;
        options.HasOwnConfidentialClient = LoginClient is ConfidentialLoginClient;
        options.HasOwnLoginFlow = HasOwnLoginFlow;
        options.ClientId ??= LoginClient?.ClientId;
    }

    public static object? KeyOf(string name) => name.Length == 0 ? null : name;
}
