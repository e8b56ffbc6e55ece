using Globus.Extensions.Services.Auth;

namespace Login;

/// <summary>How people are called.</summary>
internal static class Identification
{
    public static string Of(UserInfo person) => (person.Name, person.PreferredUsername) switch
    {
        ({ } name, { } userName) => $"{name} ({userName})",
        var (name, userName) => name ?? userName ?? person.Sub.Value,
    };
}
