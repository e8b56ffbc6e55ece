using Globus.Extensions.Scopes.Internal;

namespace Globus.Extensions.Scopes;

/// <content>Scopes of single collections, endpoints and flows.</content>
public static partial class GlobusScopes
{
    /// <summary>
    /// Letting Transfer use a collection's data, as a dependency of <see cref="TransferAll"/>: <c>https://auth.globus.org/scopes/{collection}/data_access</c>.
    /// Only mapped collections of Globus Connect Server that are not high-assurance have it; for others the login page reports an unknown scope.
    /// </summary>
    /// <param name="collectionId">The collection, which is its resource server, too.</param>
    /// <returns>The scope, required; Globus's own programs ask for it as <see cref="Scope.AsOptional"/>.</returns>
    public static Scope CollectionDataAccess(Guid collectionId) => new($"{UrlPrefix}{collectionId:D}/data_access");

    /// <inheritdoc cref="CollectionDataAccess(Guid)"/>
    /// <exception cref="ArgumentException">The id is no UUID.</exception>
    public static Scope CollectionDataAccess(string collectionId) => CollectionDataAccess(ScopeTemplates.Id(collectionId));

    /// <summary>Reading and writing a collection's files by its https server: <c>https://auth.globus.org/scopes/{collection}/https</c>.</summary>
    /// <param name="collectionId">The collection, which is its resource server, too.</param>
    /// <returns>The scope, required.</returns>
    public static Scope CollectionHttps(Guid collectionId) => new($"{UrlPrefix}{collectionId:D}/https");

    /// <inheritdoc cref="CollectionHttps(Guid)"/>
    /// <exception cref="ArgumentException">The id is no UUID.</exception>
    public static Scope CollectionHttps(string collectionId) => CollectionHttps(ScopeTemplates.Id(collectionId));

    /// <summary>Managing the collections of a Globus Connect Server: <c>urn:globus:auth:scope:{endpoint}:manage_collections</c>.</summary>
    /// <param name="endpointId">The endpoint, which is its resource server, too.</param>
    /// <returns>The scope, required.</returns>
    public static Scope EndpointManageCollections(Guid endpointId) => new($"{UrnPrefix}{endpointId:D}:manage_collections");

    /// <inheritdoc cref="EndpointManageCollections(Guid)"/>
    /// <exception cref="ArgumentException">The id is no UUID.</exception>
    public static Scope EndpointManageCollections(string endpointId) => EndpointManageCollections(ScopeTemplates.Id(endpointId));

    /// <summary>Running one flow: <c>https://auth.globus.org/scopes/{flow}/flow_{flow, with underscores}_user</c>.</summary>
    /// <param name="flowId">The flow, which is its resource server, too.</param>
    /// <returns>The scope, required.</returns>
    public static Scope FlowUser(Guid flowId) => new($"{UrlPrefix}{flowId:D}/{ScopeTemplates.FlowUserName(flowId)}");

    /// <inheritdoc cref="FlowUser(Guid)"/>
    /// <exception cref="ArgumentException">The id is no UUID.</exception>
    public static Scope FlowUser(string flowId) => FlowUser(ScopeTemplates.Id(flowId));

    /// <summary>Transfer with access to the data of collections: <c>transfer:all[*data_access …]</c>.</summary>
    /// <param name="collectionIds">The collections; none for <see cref="TransferAll"/> alone.</param>
    /// <returns>The scope, whose resource server is that of Transfer.</returns>
    public static Scope TransferWithDataAccess(params IEnumerable<Guid> collectionIds)
    {
        ArgumentNullException.ThrowIfNull(collectionIds);
        return new Scope(TransferAll).WithDependencies(collectionIds.Select(static id => CollectionDataAccess(id).AsOptional()));
    }

    /// <inheritdoc cref="TransferWithDataAccess(IEnumerable{Guid})"/>
    /// <exception cref="ArgumentException">An id is no UUID; the message says which.</exception>
    public static Scope TransferWithDataAccess(params IEnumerable<string> collectionIds) => TransferWithDataAccess(ScopeTemplates.Ids(collectionIds));

    /// <summary>Timers that transfer, with access to the data of collections: <c>timer[transfer:all[*data_access …]]</c>.</summary>
    /// <param name="collectionIds">The collections.</param>
    /// <returns>The scope, whose resource server is that of Timers.</returns>
    public static Scope TimersWithDataAccess(params IEnumerable<Guid> collectionIds) =>
        new Scope(TimersTimer).WithDependency(TransferWithDataAccess(collectionIds));

    /// <inheritdoc cref="TimersWithDataAccess(IEnumerable{Guid})"/>
    /// <exception cref="ArgumentException">An id is no UUID; the message says which.</exception>
    public static Scope TimersWithDataAccess(params IEnumerable<string> collectionIds) => TimersWithDataAccess(ScopeTemplates.Ids(collectionIds));

    /// <summary>Timers that run a flow: <c>timer[flow user]</c>.</summary>
    /// <param name="flowId">The flow.</param>
    /// <returns>The scope, whose resource server is that of Timers.</returns>
    public static Scope TimersWithFlow(Guid flowId) => new Scope(TimersTimer).WithDependency(FlowUser(flowId));

    /// <inheritdoc cref="TimersWithFlow(Guid)"/>
    /// <exception cref="ArgumentException">The id is no UUID.</exception>
    public static Scope TimersWithFlow(string flowId) => TimersWithFlow(ScopeTemplates.Id(flowId));

    /// <summary>One flow with access to the data of collections, Transfer being optional there: <c>user[*transfer:all[*data_access …]]</c>.</summary>
    /// <param name="flowId">The flow, which is the resource server.</param>
    /// <param name="collectionIds">The collections.</param>
    /// <returns>The scope.</returns>
    public static Scope FlowWithDataAccess(Guid flowId, params IEnumerable<Guid> collectionIds) =>
        FlowUser(flowId).WithDependency(TransferWithDataAccess(collectionIds).AsOptional());

    /// <inheritdoc cref="FlowWithDataAccess(Guid, IEnumerable{Guid})"/>
    /// <exception cref="ArgumentException">An id is no UUID; the message says which.</exception>
    public static Scope FlowWithDataAccess(string flowId, params IEnumerable<string> collectionIds) =>
        FlowWithDataAccess(ScopeTemplates.Id(flowId), ScopeTemplates.Ids(collectionIds));
}
