namespace Globus.Extensions.Configuration;

/// <summary>What happens when a request needs a token that only a login can give.</summary>
public enum LoginRequiredBehavior
{
    /// <summary>The app's login flow runs, and the request goes on afterwards.</summary>
    Login,

    /// <summary>The request fails with an exception that says what is missing and how to log in.</summary>
    Throw,
}
