using Globus.Extensions.Emulator.Internal.Transfer.Collections;

namespace Globus.Extensions.Emulator.Internal.Seeding;

/// <summary>The collections of the default seed, in temporary folders with a few files.</summary>
internal static class DefaultCollections
{
    private static readonly Guid First = new("c0111ec7-0000-4000-8000-000000000001");
    private static readonly Guid Second = new("c0111ec7-0000-4000-8000-000000000002");
    private static readonly Guid Guest = new("c0111ec7-0000-4000-8000-000000000003");
    private static readonly Guid Endpoint = new("c0111ec7-0000-4000-8000-000000000004");
    private static readonly Guid Mapped = new("00000000-0000-4000-a000-00000000da7a");
    private const string EngineBuilders = "10000000-0000-4000-8000-000000000001";

    public static EmulatorCollection[] Create() =>
    [
        new()
        {
            Id = First,
            DisplayName = "Emulator Collection 1",
            Description = "Open to everybody, with a few files to begin with.",
            Files = new Dictionary<string, string>
            {
                ["/home/file1.txt"] = "one\n",
                ["/home/file2.txt"] = "two\n",
                ["/home/file3.txt"] = "three\n",
                ["/home/results/2026-01.csv"] = "day,turns\n1,1842\n2,1843\n",
                ["/home/results/2026-02.csv"] = "day,turns\n1,1871\n",
                ["/shared/welcome.txt"] = "Shared with the engine builders.\n",
                ["/.profile"] = "hidden\n",
            },
        },
        new()
        {
            Id = Second,
            DisplayName = "Emulator Collection 2",
            Description = "Open to everybody, and nearly empty.",
            Files = new Dictionary<string, string> { ["/home/readme.txt"] = "Put something here.\n" },
        },
        new()
        {
            Id = Guest,
            DisplayName = "Emulator Guest Collection",
            EntityType = EntityTypes.GcpGuest,
            HostId = First,
            HostPath = "/shared/",
            Description = "Everybody reads, the Engine Builders write.",
            AccessRules =
            [
                new() { PrincipalType = AccessRule.AllAuthenticatedUsers },
                new() { PrincipalType = AccessRule.Group, Principal = EngineBuilders, Permissions = "rw" },
            ],
        },
        new() { Id = Endpoint, DisplayName = "Emulator Endpoint", EntityType = EntityTypes.GcsEndpoint },
        new()
        {
            Id = Mapped,
            DisplayName = "Emulator Mapped Collection",
            EntityType = EntityTypes.GcsMapped,
            HostId = Endpoint,
            Description = "Wants the data_access consent.",
            Files = new Dictionary<string, string> { ["/projects/engine/plan.txt"] = "Turn the crank.\n" },
        },
    ];
}
