using System.Net;
using System.Net.Sockets;
using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Authorization;
using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Consents;
using Globus.Extensions.Emulator.Internal.Faults;
using Globus.Extensions.Emulator.Internal.Groups;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.OAuth;
using Globus.Extensions.Emulator.Internal.Policies;
using Globus.Extensions.Emulator.Internal.Projects;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.State;
using Globus.Extensions.Emulator.Internal.Tokens;
using Globus.Extensions.Emulator.Internal.Transfer;
using Globus.Extensions.Emulator.Internal.Transfer.AccessRules;
using Globus.Extensions.Emulator.Internal.Transfer.Bookmarks;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Management;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;
using Globus.Extensions.Emulator.Internal.Transfer.PauseRules;
using Globus.Extensions.Emulator.Internal.Transfer.Roles;
using Globus.Extensions.Emulator.Internal.Transfer.Streams;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Globus.Extensions.Emulator.Internal.Http;

/// <summary>
/// Puts the server together. It starts from the empty builder: the environment variables, settings files and loggers of the
/// application around it are none of its business.
/// </summary>
internal static class EmulatorApplication
{
    private const int MaxBodySize = 256 * 1024;
    private const int MaxHeaderSize = 64 * 1024;
    private const int MaxFormValues = 64;

    public static WebApplication Build(GlobusEmulatorOptions options, EmulatorSeed seed, Socket socket)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = nameof(GlobusEmulator) });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodySize;
            kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderSize;
            kestrel.Limits.MaxRequestLineSize = MaxHeaderSize;
            kestrel.Limits.MaxRequestBufferSize = MaxBodySize;
            kestrel.Listen((IPEndPoint)socket.LocalEndPoint!);
        });
        builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = _ => socket);
        AddServices(builder.Services, options, seed, (IPEndPoint)socket.LocalEndPoint!);

        return builder.Build();
    }

    /// <summary>Puts the way of a request together.</summary>
    public static void MapRoutes(WebApplication application, GlobusEmulatorOptions options)
    {
        var requests = application.Services.GetRequiredService<RequestLog>();
        application.Use(next => context => requests.RecordAsync(context, next));
        if (options.StateFile is not null)
        {
            var changes = application.Services.GetRequiredService<StateChanges>();
            application.Use(next => context => changes.HandleAsync(context, next));
        }

        application.Use(next => context => DateHeader.HandleAsync(context, next, options.TimeProvider));
        if (options.Latency > TimeSpan.Zero)
        {
            application.Use(next => context => Latency.HandleAsync(context, next, options));
        }

        var faults = application.Services.GetRequiredService<FaultInjection>();
        application.Use(next => context => faults.HandleAsync(context, next));
        application.Use(static next => context => ServiceErrors.HandleAsync(context, next));
        application.Use(static next => context => HostFilter.HandleAsync(context, next));
        application.UseRouting();
        foreach (var endpoints in application.Services.GetServices<IEndpoints>())
        {
            endpoints.Map(application);
        }
    }

    private static void AddServices(IServiceCollection services, GlobusEmulatorOptions options, EmulatorSeed seed, IPEndPoint endPoint)
    {
        services.RemoveAll<IHostLifetime>();
        services.AddSingleton<IHostLifetime, DetachedLifetime>();
        services.RemoveAll<ILoggerFactory>();
        services.AddSingleton(options.LoggerFactory ?? NullLoggerFactory.Instance);
        services.AddRoutingCore();
        services.Configure<FormOptions>(static form => form.ValueCountLimit = MaxFormValues);

        services.AddSingleton(options).AddSingleton(seed);
        AddState(services, options);
        services.AddSingleton(new EmulatorUrls(endPoint));
        services.AddSingleton<FaultScript>();
        services.AddSingleton(provider => new FaultInjection(
            provider.GetRequiredService<FaultScript>(), provider.GetRequiredService<TokenStore>(), options.TimeProvider));
        services.AddSingleton(CollectionScopes.Catalogue(seed));
        services.AddSingleton<RequestLog>().AddSingleton<IdentityDirectory>().AddSingleton<IdentityAccess>();
        services.AddSingleton<ClientRegistry>().AddSingleton<ClientRemoval>();
        services.AddSingleton(provider => SeededProjects.Of(seed, provider.GetRequiredService<IdentityDirectory>()));
        services.AddSingleton<ResourceStore<PolicyDocument>>().AddSingleton<ProjectAdministration>().AddSingleton<ApiAccess>();
        services.AddSingleton<TokenStore>().AddSingleton<AuthorizationCodeStore>().AddSingleton<LoginKeeper>();
        services.AddSingleton<SigningKey>().AddSingleton<IdTokenIssuer>();
        services.AddSingleton<ConsentStore>().AddSingleton<InteractionStore>();
        services.AddSingleton<RedirectUriRules>().AddSingleton<AuthorizeValidator>().AddSingleton<AuthorizeAnswer>().AddSingleton<SignInPage>();
        services.AddSingleton<ClientAuthenticator>().AddSingleton<TokenSetIssuer>();
        services.AddSingleton<AuthorizationCodeGrant>().AddSingleton<RefreshTokenGrant>();
        services.AddSingleton<ClientCredentialsGrant>().AddSingleton<DependentTokenGrant>();
        services.AddSingleton<GroupStore>().AddSingleton<GroupPresenter>().AddSingleton<GroupAccess>();
        services.AddSingleton<GroupPreferences>().AddSingleton<SubscriptionAdministration>();

        AddTransfer(services, options, seed);

        services.AddSingleton<IEndpoints, AuthorizationEndpoints>();
        services.AddSingleton<IEndpoints, TokenEndpoint>();
        services.AddSingleton<IEndpoints, RevocationEndpoints>();
        services.AddSingleton<IEndpoints, IntrospectionEndpoint>();
        services.AddSingleton<IEndpoints, UserInfoEndpoint>();
        services.AddSingleton<IEndpoints, DiscoveryEndpoints>();
        services.AddSingleton<IEndpoints, IdentitiesEndpoint>();
        services.AddSingleton<IEndpoints, IdentityProvidersEndpoint>();
        services.AddSingleton<IEndpoints, ConsentsEndpoint>();
        services.AddSingleton<IEndpoints, ProjectEndpoints>();
        services.AddSingleton<IEndpoints, PolicyEndpoints>();
        services.AddSingleton<IEndpoints, ClientEndpoints>();
        services.AddSingleton<IEndpoints, CredentialEndpoints>();
        services.AddSingleton<IEndpoints, ScopeEndpoints>();
        services.AddSingleton<IEndpoints, GroupEndpoints>();
        services.AddSingleton<IEndpoints, GroupPolicyEndpoints>();
        services.AddSingleton<IEndpoints, MembershipEndpoints>();
        services.AddSingleton<IEndpoints, PreferenceEndpoints>();
        services.AddSingleton<IEndpoints, SubscriptionEndpoints>();
        AddTransferEndpoints(services);
    }

    /// <summary>Before everything else that is started and stopped, and so stopped last: it saves what the others have come to.</summary>
    private static void AddState(IServiceCollection services, GlobusEmulatorOptions options)
    {
        services.AddSingleton<StateChanges>();
        if (options.StateFile is not null)
        {
            services.AddSingleton<StateKeeper>();
            services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<StateKeeper>());
        }
    }

    private static void AddTransfer(IServiceCollection services, GlobusEmulatorOptions options, EmulatorSeed seed)
    {
        services.AddSingleton<CollectionFolders>().AddSingleton<CollectionKeeper>().AddSingleton<LinkLock>();
        services.AddSingleton(provider => SeededCollections.Of(
            seed, provider.GetRequiredService<IdentityDirectory>(), provider.GetRequiredService<CollectionFolders>()));
        services.AddSingleton(provider => SeededCollections.RulesOf(seed, provider.GetRequiredService<IdentityDirectory>(), options));
        services.AddSingleton<ResourceStore<Role>>().AddSingleton<CollectionPermissions>().AddSingleton<CollectionGate>();
        services.AddSingleton<CollectionRemoval>().AddSingleton<SubscriptionRights>().AddSingleton<PrincipalDirectory>();
        services.AddSingleton<ResourceStore<PauseRule>>().AddSingleton<PauseRuleBook>().AddSingleton<PauseRulePresenter>();
        services.AddSingleton<TaskPauses>().AddSingleton<PauseInfos>();
        services.AddSingleton<ManagedTasks>().AddSingleton<AdminCancellations>();
        services.AddSingleton<StreamAccessPoints>().AddSingleton<TunnelStore>();
        services.AddSingleton<AccessRuleBook>().AddSingleton<ResourceStore<Bookmark>>().AddSingleton<BookmarkBook>();
        services.AddSingleton<TransferAccess>().AddSingleton<EndpointPresenter>().AddSingleton<EndpointSearch>();
        services.AddSingleton<TaskStore>().AddSingleton<SubmissionDesk>().AddSingleton<TaskPresenter>().AddSingleton<TaskEngine>();
        services.AddSingleton<Bandwidth>().AddSingleton<FileCopier>().AddSingleton<FileTransfer>().AddSingleton<FolderTransfer>();
        services.AddSingleton<TransferWork>().AddSingleton<DeleteWork>();
        services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<TaskPauses>());
        services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<TaskEngine>());
    }

    private static void AddTransferEndpoints(IServiceCollection services)
    {
        services.AddSingleton<IEndpoints, EndpointEndpoints>();
        services.AddSingleton<IEndpoints, EndpointCreation>();
        services.AddSingleton<IEndpoints, EndpointChanges>();
        services.AddSingleton<IEndpoints, SharedEndpoints>();
        services.AddSingleton<IEndpoints, RoleEndpoints>();
        services.AddSingleton<IEndpoints, AccessRuleEndpoints>();
        services.AddSingleton<IEndpoints, BookmarkEndpoints>();
        services.AddSingleton<IEndpoints, BookmarkV2Endpoints>();
        services.AddSingleton<IEndpoints, FileEndpoints>();
        services.AddSingleton<IEndpoints, SubmissionEndpoints>();
        services.AddSingleton<IEndpoints, TaskEndpoints>();
        services.AddSingleton<IEndpoints, PauseRuleEndpoints>();
        services.AddSingleton<IEndpoints, MonitoredEndpoints>();
        services.AddSingleton<IEndpoints, ManagedTaskEndpoints>();
        services.AddSingleton<IEndpoints, BulkEndpoints>();
        services.AddSingleton<IEndpoints, StreamAccessPointEndpoints>();
        services.AddSingleton<IEndpoints, TunnelEndpoints>();
        services.AddSingleton<IEndpoints, TransferEndpoints>();
    }
}
