namespace Globus.Extensions.Emulator.Internal.CommandLine;

/// <summary>What <c>--json</c> prints once the emulator listens. Holds the seed's secrets, which are there to be used.</summary>
internal sealed record StartupReport(
    string BaseUrl,
    string AuthUrl,
    string GroupsUrl,
    string TransferUrl,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyList<EmulatorUser> Users,
    IReadOnlyList<EmulatorClient> Clients,
    IReadOnlyList<EmulatorGroup> Groups,
    IReadOnlyList<CollectionReport> Collections)
{
    public static StartupReport Of(GlobusEmulator emulator) => new(
        emulator.BaseUrl.AbsoluteUri,
        emulator.AuthUrl.AbsoluteUri,
        emulator.GroupsUrl.AbsoluteUri,
        emulator.TransferUrl.AbsoluteUri,
        EnvironmentFor(emulator),
        emulator.Seed.Users,
        emulator.Seed.Clients,
        emulator.Seed.Groups,
        CollectionsOf(emulator));

    /// <summary>What points the Python SDK and the Globus CLI at the emulator.</summary>
    public static IReadOnlyDictionary<string, string> EnvironmentFor(GlobusEmulator emulator) => new OrderedDictionary<string, string>
    {
        ["GLOBUS_SDK_SERVICE_URL_AUTH"] = emulator.AuthUrl.AbsoluteUri,
        ["GLOBUS_SDK_SERVICE_URL_GROUPS"] = emulator.GroupsUrl.AbsoluteUri,
        ["GLOBUS_SDK_SERVICE_URL_TRANSFER"] = emulator.TransferUrl.AbsoluteUri,
    };

    /// <summary>The collections with the folders that hold their files.</summary>
    public static IReadOnlyList<CollectionReport> CollectionsOf(GlobusEmulator emulator) =>
    [
        .. emulator.Collections.Select(collection => new CollectionReport(
            collection.Id, collection.DisplayName, collection.EntityType, emulator.FindFolder(collection))),
    ];

    /// <summary>Leaves the clients' secrets out of <see cref="object.ToString"/>.</summary>
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("BaseUrl = ").Append(BaseUrl);
        return true;
    }
}
