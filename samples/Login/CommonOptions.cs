using System.CommandLine;

namespace Login;

/// <summary>What every command understands.</summary>
internal static class CommonOptions
{
    public static Option<string> ClientId { get; } = new("--client-id")
    {
        Description = "The client id of a registered native app; default: the setting Globus:ClientId, else a local Globus is used",
        HelpName = "uuid",
        Recursive = true,
    };

    public static Option<bool> Verbose { get; } = new("--verbose", "-v")
    {
        Description = "Say on standard error what happens, also when all is well",
        Recursive = true,
    };

    public static void AddTo(RootCommand root)
    {
        root.Add(ClientId);
        root.Add(Verbose);
    }
}
