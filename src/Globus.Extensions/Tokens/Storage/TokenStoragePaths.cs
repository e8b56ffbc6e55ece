using System.Diagnostics.CodeAnalysis;
using Globus.Extensions.Configuration;
using Globus.Extensions.Tokens.Storage.Internal;

namespace Globus.Extensions.Tokens.Storage;

/// <summary>Says where token files live, so that programs in .NET and in Python find the same ones.</summary>
/// <remarks>Nothing here touches the file system. Thread-safe.</remarks>
public static class TokenStoragePaths
{
    private const string ProductionEnvironment = "production";

    /// <summary>The folder that holds the token files of all apps of this user.</summary>
    /// <remarks>
    /// <c>~/.globus/app</c> on Linux and macOS, <c>%LOCALAPPDATA%\globus\app</c> on Windows. The environment is read whenever
    /// this is asked for.
    /// </remarks>
    public static string DefaultDirectory =>
        GetDefaultDirectory(OperatingSystem.IsWindows(), Environment.GetEnvironmentVariable);

    /// <summary>The configuration file of the Python package fair_research_login, which all its programs share.</summary>
    /// <remarks><c>.globus-native-apps.cfg</c> in the home directory. The environment is read whenever this is asked for.</remarks>
    public static string NativeAppsFile =>
        Path.Combine(GetHome(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME", Environment.GetEnvironmentVariable), ".globus-native-apps.cfg");

    /// <summary>The token file of an app: the one that was configured, else the default one.</summary>
    /// <param name="context">The app.</param>
    /// <param name="extension">The extension of the default file without its dot, such as <c>json</c>.</param>
    /// <returns>The path of the file. It need not exist.</returns>
    /// <exception cref="ArgumentException">The default path cannot be built from the names of the app.</exception>
    public static string GetPath(GlobusAppContext context, string extension)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.TokenFilePath is { Length: > 0 } configured
            ? Path.GetFullPath(configured)
            : GetDefaultPath(context.ClientId, context.AppName, context.Environment, extension);
    }

    /// <summary>The default token file of an app: <c>{directory}/{client id}/{slug}/{environment-}tokens.{extension}</c>.</summary>
    /// <param name="clientId">The client id of the app.</param>
    /// <param name="appName">The app's name for people, which gives the slug (<see cref="TryGetSlug"/>).</param>
    /// <param name="environment">The Globus environment. <c>production</c> is left out of the file name.</param>
    /// <param name="extension">The extension of the file without its dot, such as <c>json</c>.</param>
    /// <returns>The path of the file. It need not exist.</returns>
    /// <exception cref="ArgumentException">
    /// The app name gives no folder name, or the client id or the environment cannot be part of a path.
    /// </exception>
    public static string GetDefaultPath(string clientId, string appName, string environment, string extension)
    {
        ThrowIfNotOneSegment(clientId);
        ThrowIfNotOneSegment(environment);
        ArgumentException.ThrowIfNullOrEmpty(extension);
        if (!TryGetSlug(appName, out var slug, out var error))
        {
            throw new ArgumentException(error, nameof(appName));
        }

        var prefix = environment == ProductionEnvironment ? "" : environment + "-";
        return Path.Combine(DefaultDirectory, clientId, slug, $"{prefix}tokens.{extension}");
    }

    /// <summary>Turns the name of an app into the name of its folder.</summary>
    /// <remarks>
    /// Each of <c>&lt; &gt; : " / \ | ? *</c> becomes <c>+</c>, a dot or a blank becomes <c>-</c>, what cannot be printed is
    /// dropped, and the rest is lower-cased. Names that Windows reserves, such as <c>con</c>, are refused on every system.
    /// </remarks>
    /// <param name="appName">The name of the app.</param>
    /// <param name="slug">The name of the folder.</param>
    /// <param name="error">Why there is none, and what to do, as sentences.</param>
    /// <returns><see langword="false"/> if the name gives no usable folder name.</returns>
    public static bool TryGetSlug(
        string appName, [NotNullWhen(true)] out string? slug, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(appName);
        return AppNameSlug.TryCreate(appName, out slug, out error);
    }

    internal static string GetDefaultDirectory(bool isWindows, Func<string, string?> getVariable)
    {
        if (!isWindows)
        {
            return $"{GetHome("HOME", getVariable).TrimEnd('/')}/.globus/app";
        }

        // As the Python SDK has it: APPDATA counts only where LOCALAPPDATA is absent, not where it is empty.
        var data = getVariable("LOCALAPPDATA") ?? getVariable("APPDATA");
        return string.IsNullOrEmpty(data)
            ? $@"{GetHome("USERPROFILE", getVariable).TrimEnd('\\')}\AppData\Local\globus\app"
            : $@"{data.TrimEnd('\\')}\globus\app";
    }

    private static string GetHome(string variable, Func<string, string?> getVariable) =>
        getVariable(variable) is { Length: > 0 } home
            ? home
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);

    // Keeps a strange client id or environment from leading out of the directory.
    private static void ThrowIfNotOneSegment(
        string segment, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(segment))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(segment, name);
        if (segment is "." or ".." || segment.AsSpan().IndexOfAny("/\\:\0") >= 0)
        {
            throw new ArgumentException("The value cannot be part of a file path; set the path of the token file instead.", name);
        }
    }
}
