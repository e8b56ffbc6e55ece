using System.Globalization;
using System.Text;

namespace Globus.Extensions.Emulator.Internal.CommandLine;

/// <summary>What the program prints for a person. The export lines can be pasted into a shell.</summary>
internal static class StartupText
{
    public static string Of(GlobusEmulator emulator)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Globus Emulator listens on {emulator.BaseUrl} (Ctrl+C stops it)").AppendLine();
        foreach (var (name, value) in StartupReport.EnvironmentFor(emulator))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"export {name}={value}");
        }

        text.AppendLine().AppendLine("Users (sign in by name, no password):");
        foreach (var user in emulator.Seed.Users)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {user.UserName}  {user.Id}  {user.Name}");
        }

        text.AppendLine().AppendLine("Clients:");
        foreach (var client in emulator.Seed.Clients)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {client.Id}  {client.Name}");
            text.AppendLine(client.Secret is null ? "    native, no secret" : $"    secret: {client.Secret}");
            foreach (var redirectUri in client.RedirectUris)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    redirect URI: {redirectUri}");
            }

            foreach (var scope in client.Scopes)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    scope: {scope.ScopeString}");
            }
        }

        text.AppendLine().AppendLine("Groups:");
        foreach (var group in emulator.Seed.Groups)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {group.Id}  {group.Name}");
        }

        text.AppendLine().AppendLine("Collections:");
        foreach (var collection in StartupReport.CollectionsOf(emulator))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {collection.Id}  {collection.DisplayName}");
            text.AppendLine(collection.Folder is null ? $"    {collection.EntityType}" : $"    {collection.EntityType} in {collection.Folder}");
        }

        return text.ToString();
    }
}
