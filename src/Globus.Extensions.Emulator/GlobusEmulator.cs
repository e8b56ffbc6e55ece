using Globus.Extensions.Emulator.Internal.Authorization;
using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Faults;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Seeding;
using Globus.Extensions.Emulator.Internal.State;
using Globus.Extensions.Emulator.Internal.Tokens;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Globus.Extensions.Emulator;

/// <summary>
/// A local Globus: Auth with real OAuth pages, Groups, and Transfer with collections in local folders, on a loopback port. It
/// signs in anybody by user name, so it is for development and tests only. All members are thread-safe.
/// </summary>
public sealed class GlobusEmulator : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly EmulatorUrls _urls;
    private readonly RequestLog _requests;
    private readonly TokenStore _tokens;
    private readonly StateChanges _changes;
    private int _disposed;

    private GlobusEmulator(WebApplication application, EmulatorSeed seed)
    {
        _application = application;
        _urls = application.Services.GetRequiredService<EmulatorUrls>();
        _requests = application.Services.GetRequiredService<RequestLog>();
        _tokens = application.Services.GetRequiredService<TokenStore>();
        _changes = application.Services.GetRequiredService<StateChanges>();
        Seed = seed;
    }

    /// <summary>The root, <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri BaseUrl => _urls.Base;

    /// <summary>The base URL of Auth, with the final slash.</summary>
    public Uri AuthUrl => _urls.Auth;

    /// <summary>The base URL of Groups, with the final slash.</summary>
    public Uri GroupsUrl => _urls.Groups;

    /// <summary>The base URL of Transfer, with the final slash.</summary>
    public Uri TransferUrl => _urls.Transfer;

    /// <summary>What the emulator was started with: users, clients with their secrets, groups.</summary>
    public EmulatorSeed Seed { get; }

    /// <summary>
    /// A snapshot of the latest 10,000 answered requests, oldest first. A request is in it before its caller has the answer.
    /// </summary>
    public IReadOnlyList<EmulatorRequest> Requests => _requests.Snapshot();

    /// <summary>The collections and endpoints there are now, which may be others than those of the seed.</summary>
    internal IReadOnlyList<Collection> Collections => _application.Services.GetRequiredService<CollectionStore>().All;

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">How it listens and behaves; <see langword="null"/> for a free port, the default seed and silence.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port or the state file is in use, or the state file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The state file is damaged, of a newer emulator, or of another seed.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder of a collection does not exist.</exception>
    /// <exception cref="ArgumentException">The seed or a fault contradicts itself, or the socket is not bound to a loopback address.</exception>
    public static async Task<GlobusEmulator> StartAsync(GlobusEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new GlobusEmulatorOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Port, 0, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Port, ushort.MaxValue, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Latency, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Latency, GlobusEmulatorOptions.MaxLatency, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Bandwidth ?? 1, 1, nameof(options));
        ArgumentException.ThrowIfNullOrWhiteSpace(options.StateFile ?? "none", nameof(options));
        var seed = options.Seed ?? EmulatorSeed.CreateDefault();
        seed = options.Collections.Count == 0 ? seed : seed with { Collections = [.. seed.Collections, .. options.Collections] };
        SeedValidator.Validate(seed);
        CollectionFolders.RequireFolders(seed);

        var socket = ListenSockets.Bind(options);
        WebApplication? application = null;
        var isListening = false;
        try
        {
            application = EmulatorApplication.Build(options, seed, socket);
            if (options.StateFile is not null)
            {
                // Before anything that makes or reads what it keeps.
                application.Services.GetRequiredService<StateKeeper>();
            }

            var faults = application.Services.GetRequiredService<FaultScript>();
            foreach (var fault in options.Faults)
            {
                faults.Add(fault);
            }

            EmulatorApplication.MapRoutes(application, options);
            isListening = true;
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            return new GlobusEmulator(application, seed);
        }
        catch (Exception exception)
        {
            if (application is not null)
            {
                await application.DisposeAsync().ConfigureAwait(false);
            }

            socket.Dispose();

            // On some systems binding succeeds while another socket has the address, and only listening fails.
            if (isListening && exception is IOException)
            {
                throw ListenSockets.InUse(options.Port, exception);
            }

            throw;
        }
    }

    /// <summary>Forgets the requests answered so far.</summary>
    public void ClearRequests() => _requests.Clear();

    /// <summary>
    /// Lets something go wrong from now on. Calls are counted from this moment. Of several faults that strike one call the first one
    /// added acts; all of them count it.
    /// </summary>
    /// <param name="fault">Which calls, and what happens to them.</param>
    /// <exception cref="ArgumentException">The fault contradicts itself, or does nothing.</exception>
    public void AddFault(EmulatorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        _application.Services.GetRequiredService<FaultScript>().Add(fault);
    }

    /// <summary>Takes all faults away. Answers that are being sent slowly are still sent slowly.</summary>
    public void ClearFaults() => _application.Services.GetRequiredService<FaultScript>().Clear();

    /// <summary>
    /// Does what a person does on the pages: signs in and allows everything. The request is checked exactly as the authorize page
    /// checks it.
    /// </summary>
    /// <param name="authorizeUrl">The authorize URL that the client would open in a browser.</param>
    /// <param name="userName">Who signs in.</param>
    /// <returns>The redirect URI with <c>code</c>, <c>state</c> and <c>iss</c>.</returns>
    /// <exception cref="InvalidOperationException">The page would refuse; the message holds the OAuth error.</exception>
    public Uri SignIn(Uri authorizeUrl, string userName)
    {
        ArgumentNullException.ThrowIfNull(authorizeUrl);
        ArgumentException.ThrowIfNullOrEmpty(userName);
        var services = _application.Services;
        if (authorizeUrl.AbsolutePath != EmulatorPaths.Authorize)
        {
            throw new InvalidOperationException($"The path of an authorize URL is {EmulatorPaths.Authorize}, not {authorizeUrl.AbsolutePath}.");
        }

        var parameters = new RequestParameters(QueryHelpers.ParseQuery(authorizeUrl.Query));
        if (!services.GetRequiredService<AuthorizeValidator>().TryValidate(parameters, out var request, out var refusal))
        {
            throw new InvalidOperationException($"{refusal.Error}: {refusal.Description}");
        }

        var person = services.GetRequiredService<IdentityDirectory>().FindPerson(userName)
            ?? throw new InvalidOperationException($"access_denied: nobody with the user name '{userName}' is known here.");
        if (!request.Session.AreMetBy(person))
        {
            throw new InvalidOperationException($"access_denied: the application asks for somebody else than '{userName}'.");
        }

        var redirect = _changes.Make(() => services.GetRequiredService<AuthorizeAnswer>().Allow(request, person));
        _changes.Note();
        return new Uri(redirect);
    }

    /// <summary>Makes every access token issued so far unacceptable; refresh tokens live on.</summary>
    /// <param name="resourceServer">Only tokens of this resource server, for example <c>groups.api.globus.org</c>; all by default.</param>
    /// <returns>How many were acceptable until now.</returns>
    public int RevokeAccessTokens(string? resourceServer = null) => RevokeAll(refreshTokens: false, resourceServer);

    /// <summary>Makes every refresh token issued so far unacceptable; access tokens live on until they expire.</summary>
    /// <param name="resourceServer">Only tokens of this resource server; all by default.</param>
    /// <returns>How many were acceptable until now.</returns>
    public int RevokeRefreshTokens(string? resourceServer = null) => RevokeAll(refreshTokens: true, resourceServer);

    /// <summary>The folder of this machine that holds the files of a collection, without a separator at the end.</summary>
    /// <param name="collectionId">The collection id.</param>
    /// <exception cref="ArgumentException">There is no such collection, or it holds no files.</exception>
    public string GetCollectionFolder(Guid collectionId) =>
        _application.Services.GetRequiredService<CollectionStore>().TryFind(collectionId, out var collection) && FindFolder(collection) is { } root
            ? root
            : throw new ArgumentException($"There is no collection {collectionId} with files.", nameof(collectionId));

    /// <summary>Gives a confidential client a new secret; all its old ones stop working at once.</summary>
    /// <param name="clientId">The client id.</param>
    /// <param name="secret">The new secret.</param>
    /// <exception cref="ArgumentException">There is no such confidential client.</exception>
    public void SetClientSecret(string clientId, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        ArgumentException.ThrowIfNullOrEmpty(secret);
        var clients = _application.Services.GetRequiredService<ClientRegistry>();
        if (clients.Find(clientId) is not { IsNative: false } client)
        {
            throw new ArgumentException($"There is no confidential client {clientId}.", nameof(clientId));
        }

        clients.SetSecret(client, secret);
        _changes.Note();
    }

    /// <summary>Waits until the emulator has been stopped.</summary>
    /// <param name="cancellationToken">Stops waiting, not the emulator.</param>
    public async Task WaitForShutdownAsync(CancellationToken cancellationToken = default)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var lifetime = _application.Services.GetRequiredService<IHostApplicationLifetime>();
        using var registration = lifetime.ApplicationStopped.Register(static state => ((TaskCompletionSource)state!).TrySetResult(), stopped);
        await stopped.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stops listening and waits for the requests that are being answered. Stopping again does nothing.</summary>
    /// <param name="cancellationToken">Stops waiting for open requests.</param>
    public Task StopAsync(CancellationToken cancellationToken = default) =>
        Volatile.Read(ref _disposed) == 0 ? _application.StopAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Stops the emulator and frees its port.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            try
            {
                await _application.StopAsync().ConfigureAwait(false);
            }
            finally
            {
                await _application.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>The folder with the files of a collection; <see langword="null"/> if it holds none, or the folder is gone.</summary>
    internal string? FindFolder(Collection collection) =>
        CollectionFolders.TryFindRoot(_application.Services.GetRequiredService<CollectionStore>(), collection, out var root) ? root : null;

    private int RevokeAll(bool refreshTokens, string? resourceServer)
    {
        var count = _tokens.RevokeAll(refreshTokens, resourceServer);
        _changes.Note();
        return count;
    }
}
