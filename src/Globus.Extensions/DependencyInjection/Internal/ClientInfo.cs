using System.Text;
using Globus.Extensions.Diagnostics.Internal;

namespace Globus.Extensions.DependencyInjection.Internal;

/// <summary>What requests tell of the program that sends them.</summary>
internal static class ClientInfo
{
    public static void AddTo(HttpClient client, GlobusOptions options)
    {
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"globus-extensions-dotnet/{LibraryVersion.Text}{Comment(options.AppName)}");
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Globus-Client-Info", $"product=globus-extensions-dotnet,version={LibraryVersion.Text}");
    }

    /// <summary>The name of the app as a comment (RFC 9110, section 5.6.5), without what could end or leave it.</summary>
    private static string Comment(string? appName)
    {
        var text = new StringBuilder();
        foreach (var c in appName ?? string.Empty)
        {
            if (char.IsAscii(c) && !char.IsControl(c) && c is not ('(' or ')' or '\\'))
            {
                text.Append(c);
            }
        }

        return text.Length == 0 ? string.Empty : $" ({text})";
    }
}
