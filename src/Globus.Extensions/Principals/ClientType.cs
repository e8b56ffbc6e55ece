using System.Text.Json.Serialization;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Principals;

/// <summary>The kind of a registered client: what it can keep, and on whose behalf it acts. The service may add values.</summary>
[JsonConverter(typeof(StringValueConverter<ClientType>))]
public readonly record struct ClientType : IStringValue<ClientType>
{
    /// <summary>Creates the value from its text.</summary>
    /// <param name="value">The text as the service spells it.</param>
    /// <exception cref="ArgumentException">The text is <see langword="null"/>.</exception>
    public ClientType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > 0)
        {
            Value = value; // The empty text is the default value.
        }
    }

    /// <summary>An application on a server, which has a secret and logs people in.</summary>
    public static ClientType ConfidentialClient { get; } = new("confidential_client");

    /// <summary>An application that people install themselves and that cannot keep a secret.</summary>
    public static ClientType PublicInstalledClient { get; } = new("public_installed_client");

    /// <summary>An application that runs in a browser and cannot keep a secret.</summary>
    public static ClientType PublicWebAppClient { get; } = new("public_webapp_client");

    /// <summary>A service account, which acts for itself.</summary>
    public static ClientType ClientIdentity { get; } = new("client_identity");

    /// <summary>A service that other applications call.</summary>
    public static ClientType ResourceServer { get; } = new("resource_server");

    /// <summary>A service that other applications call and that logs people in itself.</summary>
    public static ClientType HybridConfidentialClientResourceServer { get; } = new("hybrid_confidential_client_resource_server");

    /// <summary>An endpoint of Globus Connect Server.</summary>
    public static ClientType GlobusConnectServer { get; } = new("globus_connect_server");

    /// <summary>The text as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>The text.</summary>
    /// <returns>The text as the service spells it.</returns>
    public override string ToString() => Value;

    static ClientType IStringValue<ClientType>.Create(string value) => new(value);
}
