using Globus.Extensions.Emulator;
using Globus.Extensions.Tests.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Tests.Services;

/// <summary>Containers whose app is logged in at an emulator, and whose clients may have a script in place of the network.</summary>
internal static class ServiceClients
{
    public static readonly Guid EngineBuilders = new("10000000-0000-4000-8000-000000000001");
    public static readonly Guid CompilerAuthors = new("10000000-0000-4000-8000-000000000003");
    public static readonly Guid GracesOwn = new("10000000-0000-4000-8000-000000000004");
    public static readonly Guid InvitationPending = new("10000000-0000-4000-8000-000000000005");

    /// <summary>An emulator at which Grace signs in where nobody is asked.</summary>
    public static Task<EmulatedGlobus> StartForGraceAsync()
    {
        var seed = EmulatorSeed.CreateDefault();
        return EmulatedGlobus.StartAsync(new GlobusEmulatorOptions { Seed = seed with { Users = [.. seed.Users.Reverse()] } });
    }

    /// <summary>The clients at production URLs: tokens are the emulator's, answers the handler's.</summary>
    public static ServiceProvider ProvideScripted(this EmulatedGlobus globus, ScriptedHandler handler, Action<GlobusOptions>? configure = null) => globus.Provide(
        configure,
        builder =>
        {
            builder.ConfigureHttpClients(client => client.ConfigurePrimaryHttpMessageHandler(() => handler));
            builder.Services.PostConfigure<GlobusOptions>(static options =>
            {
                options.ServiceUrls["groups"] = "https://groups.api.globus.org/";
                options.ServiceUrls["transfer"] = "https://transfer.api.globus.org/";
            });
        });
}
