namespace Globus.Extensions.Configuration;

/// <summary>Who acts in the requests of an app.</summary>
public enum GlobusAppKind
{
    /// <summary>A person, whose tokens come from a login flow.</summary>
    User,

    /// <summary>The registered client itself, a service account, whose tokens come from the client credentials grant.</summary>
    Client,
}
