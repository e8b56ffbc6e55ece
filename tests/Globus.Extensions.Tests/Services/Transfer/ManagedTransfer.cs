using Globus.Extensions.Emulator;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Transfer;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services.Transfer;

/// <summary>An emulator with its seeded collections, and the Transfer client of Ada, who owns them.</summary>
internal sealed class ManagedTransfer : IAsyncDisposable
{
    /// <summary>A collection of Globus Connect Personal with files in it.</summary>
    public static readonly EndpointId First = new("c0111ec7-0000-4000-8000-000000000001");

    /// <summary>Another one, nearly empty.</summary>
    public static readonly EndpointId Second = new("c0111ec7-0000-4000-8000-000000000002");

    /// <summary>A guest collection on the first.</summary>
    public static readonly EndpointId Guest = new("c0111ec7-0000-4000-8000-000000000003");

    private readonly EmulatedGlobus _globus;

    private ManagedTransfer(EmulatedGlobus globus)
    {
        _globus = globus;
        Client = globus.Provide().GetRequiredService<TransferClient>();
    }

    public TransferClient Client { get; }

    /// <summary>The client of a service account, to which nothing belongs.</summary>
    public TransferClient Stranger => field ??= _globus.Provide(options =>
    {
        options.ClientId = _globus.ServiceAccount.Id.ToString();
        options.ClientSecret = _globus.ServiceAccount.Secret;
    }).GetRequiredService<TransferClient>();

    public GlobusEmulator Emulator => _globus.Emulator;

    public IdentityId Ada => Emulator.Seed.Users[0].Id;

    public IdentityId Grace => Emulator.Seed.Users[1].Id;

    public static async Task<ManagedTransfer> StartAsync(GlobusEmulatorOptions? options = null) => new(await EmulatedGlobus.StartAsync(options));

    public ValueTask DisposeAsync() => _globus.DisposeAsync();
}
