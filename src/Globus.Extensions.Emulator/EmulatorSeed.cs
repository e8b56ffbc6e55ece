using Globus.Extensions.Emulator.Internal.Seeding;

namespace Globus.Extensions.Emulator;

/// <summary>What a <see cref="GlobusEmulator"/> knows when it starts.</summary>
/// <remarks>
/// Here and in the records below, an initializer puts the default in the place of null: source-generated JSON sets every property
/// of an object, to null where the file does not mention it.
/// </remarks>
public sealed record EmulatorSeed
{
    /// <summary>The people who can sign in; the first is suggested on the sign-in page.</summary>
    public IReadOnlyList<EmulatorUser> Users { get; init => field = value ?? []; } = [];

    /// <summary>The registered applications, with their secrets.</summary>
    public IReadOnlyList<EmulatorClient> Clients { get; init => field = value ?? []; } = [];

    /// <summary>The groups.</summary>
    public IReadOnlyList<EmulatorGroup> Groups { get; init => field = value ?? []; } = [];

    /// <summary>The projects that the clients may belong to.</summary>
    public IReadOnlyList<EmulatorProject> Projects { get; init => field = value ?? []; } = [];

    /// <summary>The collections and endpoints of Transfer.</summary>
    public IReadOnlyList<EmulatorCollection> Collections { get; init => field = value ?? []; } = [];

    /// <summary>
    /// Two people (<c>ada@example.org</c> and <c>grace@example.org</c>), a native client, a confidential client, a service
    /// account, a project of the clients that <c>ada@example.org</c> and the service account administer, some groups, two small
    /// collections, a guest collection on the first, and an endpoint with a mapped collection that wants <c>data_access</c>. Always the same ids
    /// and secrets.
    /// </summary>
    public static EmulatorSeed CreateDefault() => DefaultSeed.Create();

    /// <summary>
    /// Reads a seed from a JSON file with the members <c>users</c>, <c>clients</c>, <c>groups</c>, <c>projects</c> and <c>collections</c>,
    /// spelled in snake case; comments and trailing commas are allowed, unknown members are not.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is not a valid seed; the message names the file and the place in it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static EmulatorSeed Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return SeedFile.Load(path);
    }
}
