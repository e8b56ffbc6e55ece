using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Clients;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Projects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Scopes;

/// <summary>
/// Scopes: list, read, create under a client, update, delete. An advertised scope may be looked up by everybody, any other only by
/// those who administer its client.
/// </summary>
internal sealed class ScopeEndpoints(
    ApiAccess access, ProjectAdministration administration, ClientRegistry clients, ScopeCatalogue catalogue) : IEndpoints
{
    private const int MaxCount = 100;
    private const int MaxSuffixLength = 128;

    private static readonly ResourceKind<ScopeDocument> Kind = ResourceKinds.Scope;

    public void Map(IEndpointRouteBuilder routes)
    {
        const string Root = EmulatorPaths.Auth + "/v2/api/scopes";
        const string OfClient = EmulatorPaths.Auth + "/v2/api/clients/{client}/scopes";
        routes.MapGet(Root, access.Route(List, ScopeNames.ViewClientsAndScopes));
        routes.MapGet(Root + "/{id}", access.Route(Get, ScopeNames.ViewClientsAndScopes));
        routes.MapGet(OfClient + "/{id}", access.Route(GetOfClient, ScopeNames.ViewClientsAndScopes));
        routes.MapPost(OfClient, access.Route(Kind.Name, Create));
        routes.MapPut(Root + "/{id}", access.Route(Kind.Name, (call, fields) => WithOwn(call, scope => Save(scope, fields, isNew: false))));
        routes.MapDelete(Root + "/{id}", access.Route(call => WithOwn(call, Delete)));
    }

    /// <summary>Without a filter the scopes that the caller administers; with one whatever of it the caller may see.</summary>
    private RequestDelegate List(ApiCall call)
    {
        var ids = call.List("ids");
        var names = call.List("scope_strings");
        if (ids is not null && names is not null)
        {
            return ApiAnswers.BadRequest("Only one of ids and scope_strings can be given.");
        }

        if (ids?.Count > MaxCount || names?.Count > MaxCount)
        {
            return ApiAnswers.BadRequest($"At most {MaxCount} scopes can be asked for at once.");
        }

        if (ids?.FirstOrDefault(static id => !Guid.TryParse(id, out _)) is { } malformed)
        {
            return ApiAnswers.BadRequest($"In ids, '{malformed}' is not a UUID.");
        }

        var found = ids?.Select(id => catalogue.TryFind(Guid.Parse(id), out var scope) ? scope : null)
            ?? names?.Select(catalogue.Find)
            ?? catalogue.All.Where(scope => IsOwn(call, scope));
        return Kind.Many(found.OfType<KnownScope>().Distinct().Where(scope => IsVisible(call, scope)).Select(ScopeDocument.From));
    }

    private RequestDelegate Get(ApiCall call) =>
        catalogue.TryFind(call.Id("id"), out var scope) ? Show(call, scope) : Kind.NotFound();

    private RequestDelegate GetOfClient(ApiCall call) =>
        catalogue.TryFind(call.Id("id"), out var scope) && scope.Owner == call.Id("client") ? Show(call, scope) : Kind.NotFound();

    private RequestDelegate Show(ApiCall call, KnownScope scope) => IsVisible(call, scope) ? Kind.One(ScopeDocument.From(scope)) : Kind.NotYours();

    private RequestDelegate Create(ApiCall call, Fields fields)
    {
        if (clients.Find(call.Id("client")) is not { } client)
        {
            return ResourceKinds.Client.NotFound();
        }

        if (!administration.Administers(call.Caller, client))
        {
            return ResourceKinds.Client.NotYours();
        }

        var blank = new KnownScope
        {
            Id = Guid.NewGuid(),
            Name = "",
            Title = "",
            Description = "",
            Owner = client.Id,
            ResourceServer = client.Id.ToString(),
        };
        return Save(blank, fields, isNew: true);
    }

    private RequestDelegate Save(KnownScope present, Fields fields, bool isNew)
    {
        var suffix = fields.Text("scope_suffix", isNew);
        if (suffix.IsSet && !IsSuffix(suffix.Value))
        {
            fields.Reject("scope_suffix", $"must be of lower-case letters, digits and _, at most {MaxSuffixLength} of them.");
        }

        var scope = present with
        {
            Name = suffix.IsSet ? $"https://auth.globus.org/scopes/{present.Owner}/{suffix.Value}" : present.Name,
            Title = fields.Text("name", isNew).Or(present.Title),
            Description = fields.Text("description", isNew).Or(present.Description),
            IsAdvertised = fields.Flag("advertised").Or(present.IsAdvertised),
            AllowsRefreshToken = fields.Flag("allows_refresh_token").Or(present.AllowsRefreshToken),
            RequiredDomains = fields.Texts("required_domains").Or(present.RequiredDomains),
            Dependencies = ReadDependencies(fields, present),
        };
        return fields.Problem is { } problem ? ApiAnswers.BadRequest(problem)
            : catalogue.TrySet(scope) ? Kind.One(ScopeDocument.From(scope))
            : ApiAnswers.Conflict($"The scope {scope.Name} exists already.");
    }

    private IReadOnlyList<ScopeDependency> ReadDependencies(Fields fields, KnownScope present)
    {
        var given = fields.Objects("dependent_scopes");
        if (!given.IsSet)
        {
            return present.Dependencies;
        }

        var dependencies = new List<ScopeDependency>();
        foreach (var inner in given.Value)
        {
            var dependency = new ScopeDependency(
                inner.Id("scope", required: true).Value, inner.Flag("optional").Value, inner.Flag("requires_refresh_token").Value);
            fields.Adopt(inner);
            if (fields.Problem is null && (dependency.Scope == present.Id || !catalogue.TryFind(dependency.Scope, out _)))
            {
                fields.Reject("dependent_scopes", $"names a scope that does not exist: {dependency.Scope}.");
            }

            dependencies.Add(dependency);
        }

        if (dependencies.DistinctBy(static dependency => dependency.Scope).Count() != dependencies.Count)
        {
            fields.Reject("dependent_scopes", "names a scope twice.");
        }

        return dependencies;
    }

    private RequestDelegate Delete(KnownScope scope)
    {
        catalogue.Remove(scope);
        return Kind.One(ScopeDocument.From(scope));
    }

    private RequestDelegate WithOwn(ApiCall call, Func<KnownScope, RequestDelegate> handler) =>
        !catalogue.TryFind(call.Id("id"), out var scope) ? Kind.NotFound()
        : IsOwn(call, scope) ? handler(scope)
        : Kind.NotYours();

    private bool IsOwn(ApiCall call, KnownScope scope) => clients.Find(scope.Owner) is { } client && administration.Administers(call.Caller, client);

    private bool IsVisible(ApiCall call, KnownScope scope) => scope.IsAdvertised || IsOwn(call, scope);

    private static bool IsSuffix(string text) =>
        text.Length <= MaxSuffixLength && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}
