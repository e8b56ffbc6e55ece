using System.Text.Json.Serialization.Metadata;
using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Consents;
using Globus.Extensions.Emulator.Internal.Groups;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.Policies;
using Globus.Extensions.Emulator.Internal.Projects;
using Globus.Extensions.Emulator.Internal.Scopes;
using Globus.Extensions.Emulator.Internal.Tokens;
using Globus.Extensions.Emulator.Internal.Transfer.Bookmarks;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Management;
using Globus.Extensions.Emulator.Internal.Transfer.PauseRules;
using Globus.Extensions.Emulator.Internal.Transfer.Streams;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Emulator.Internal.State;

/// <summary>
/// All that outlives a restart. A store joins with a line here and its type in <see cref="StateJsonContext"/>. The order is that of reading:
/// logins refer to clients.
/// </summary>
internal static class StateParts
{
    private static StateJsonContext Json => StateJsonContext.Default;

    public static IReadOnlyList<IStatePart> Of(IServiceProvider services) =>
    [
        Of<IdentityDirectory, IReadOnlyList<Identity>>(services, "identities", Json.IReadOnlyListIdentity, static s => s.Snapshot, static (s, data) => s.Restore(data)),
        Of<ClientRegistry, IReadOnlyList<ClientState>>(services, "clients", Json.IReadOnlyListClientState, static s => s.Snapshot, static (s, data) => s.Restore(data)),
        Of<ScopeCatalogue, IReadOnlyList<KnownScope>>(services, "scopes", Json.IReadOnlyListKnownScope, static s => s.Snapshot, static (s, data) => s.Restore(data)),
        Resources<Project>(services, "projects", Json.IReadOnlyListProject, static project => project.Id),
        Resources<PolicyDocument>(services, "policies", Json.IReadOnlyListPolicyDocument, static policy => policy.Id),
        Of<ConsentStore, ConsentState>(services, "consents", Json.ConsentState, static s => s.Snapshot, static (s, data) => s.Restore(data)),
        Of<LoginKeeper, LoginState>(services, "logins", Json.LoginState, static s => s.Snapshot, static (s, data) => s.Restore(data)),
        Of<SigningKey, SigningKeyState>(services, "signing_key", Json.SigningKeyState, static s => s.Snapshot, static (s, data) => s.Restore(data)),
        Of<GroupStore, IReadOnlyList<Group>>(services, "groups", Json.IReadOnlyListGroup, static s => s.Snapshot, static (s, data) => s.Restore(data)),
        Of<GroupPreferences, Dictionary<Guid, bool?>>(
            services, "group_preferences", Json.DictionaryGuidNullableBoolean, static s => s.Snapshot, static (s, data) => s.Restore(data)),
        Of<CollectionKeeper, CollectionState>(services, "collections", Json.CollectionState, static s => s.Snapshot, static (s, data) => s.Restore(data)),
        Resources<AccessRule>(services, "access_rules", Json.IReadOnlyListAccessRule, static rule => rule.Id),
        Resources<Role>(services, "roles", Json.IReadOnlyListRole, static role => role.Id),
        Resources<PauseRule>(services, "pause_rules", Json.IReadOnlyListPauseRule, static rule => rule.Id),
        Resources<Bookmark>(services, "bookmarks", Json.IReadOnlyListBookmark, static bookmark => bookmark.Id),
        Of<TunnelStore, IReadOnlyList<Tunnel>>(services, "tunnels", Json.IReadOnlyListTunnel, static s => s.Snapshot, static (s, data) => s.Restore(data)),
        Of<TaskStore, IReadOnlyList<TaskState>>(services, "tasks", Json.IReadOnlyListTaskState, static s => s.Snapshot, static (s, data) => s.Restore(data)),
        Of<AdminCancellations, IReadOnlyList<AdminCancellation>>(
            services, "admin_cancellations", Json.IReadOnlyListAdminCancellation, static s => s.Snapshot, static (s, data) => s.Restore(data)),
    ];

    private static StatePart<TData> Of<TStore, TData>(
        IServiceProvider services, string name, JsonTypeInfo<TData> type, Func<TStore, TData> snapshot, Action<TStore, TData> restore)
        where TStore : notnull
        where TData : class
    {
        var store = services.GetRequiredService<TStore>();
        return new StatePart<TData>(name, type, () => snapshot(store), data => restore(store, data));
    }

    private static StatePart<IReadOnlyList<T>> Resources<T>(IServiceProvider services, string name, JsonTypeInfo<IReadOnlyList<T>> type, Func<T, Guid> id)
        where T : class =>
        Of<ResourceStore<T>, IReadOnlyList<T>>(services, name, type, static store => store.All, (store, data) => store.Restore(data, id));
}
