using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Identities;
using Globus.Extensions.Emulator.Internal.OAuth;
using Globus.Extensions.Emulator.Internal.Projects;
using Globus.Extensions.Emulator.Internal.Scopes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Clients;

/// <summary>
/// Clients: list, read, create, update, delete. A client can be made in a project by an admin of it, as a child by another client,
/// and as an instance of a native app by anybody.
/// </summary>
internal sealed class ClientEndpoints(
    ApiAccess access,
    ClientAuthenticator authenticator,
    ProjectAdministration administration,
    ResourceStore<Project> projects,
    ClientRegistry clients,
    ClientRemoval removal,
    ScopeCatalogue catalogue,
    IdentityDirectory identities) : IEndpoints
{
    private static readonly ResourceKind<ClientDocument> Kind = ResourceKinds.Client;

    public void Map(IEndpointRouteBuilder routes)
    {
        const string Root = EmulatorPaths.Auth + "/v2/api/clients";
        string[] readers = [ScopeNames.ViewClients, ScopeNames.ViewClientsAndScopes];
        var create = access.Route(Kind.Name, (call, fields) => CreateInProject(fields, call.Caller));
        routes.MapGet(Root, access.Route(call => call.Query("fqdn") is { } fqdn ? GetByName(call, fqdn) : List(call), readers));
        routes.MapGet(Root + "/{id}", access.Route(call => Get(call, clients.Find(call.Id("id"))), readers));
        routes.MapPost(Root, context => CreateAsync(context, create));
        routes.MapPut(Root + "/{id}", access.Route(Kind.Name, (call, fields) => WithOwn(call, client => Update(client, fields))));
        routes.MapDelete(Root + "/{id}", access.Route(call => WithOwn(call, Delete)));
    }

    private RequestDelegate List(ApiCall call) =>
        Kind.Many(clients.All.Where(client => administration.Administers(call.Caller, client)).Select(Present));

    private RequestDelegate GetByName(ApiCall call, string fqdn) => Get(
        call, clients.All.FirstOrDefault(client => client.Document.Fqdns.Contains(fqdn, StringComparer.OrdinalIgnoreCase)));

    private RequestDelegate Get(ApiCall call, RegisteredClient? client) =>
        client is null ? Kind.NotFound()
        : client.Document.Visibility == "public" || administration.Administers(call.Caller, client) ? Kind.One(Present(client))
        : Kind.NotYours();

    /// <summary>How a client is made depends on who asks: a bearer token, a client's own credentials, or nobody.</summary>
    private Task CreateAsync(HttpContext context, RequestDelegate createInProject)
    {
        string? header = context.Request.Headers.Authorization;
        if (string.IsNullOrEmpty(header))
        {
            return access.TakeBodyAsync(context, Kind.Name, CreateInstance);
        }

        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return createInProject(context);
        }

        return authenticator.TryAuthenticateConfidential(context.Request, out var parent)
            ? access.TakeBodyAsync(context, Kind.Name, fields => CreateChild(fields, parent))
            : AuthErrors.UnauthorizedAsync(context);
    }

    private RequestDelegate CreateInProject(Fields fields, Guid caller)
    {
        var project = fields.Id("project", required: true).Value;
        if (fields.Problem is null && !projects.TryFind(project, out _))
        {
            fields.Reject("project", $"names a project that does not exist: {project}.");
        }

        var client = Read(fields, new ClientDocument { Id = Guid.NewGuid(), Name = "", Project = project, ClientType = ClientChanges.ReadType(fields) });
        return fields.Problem is { } problem ? ApiAnswers.BadRequest(problem)
            : !administration.Administers(caller, project) ? ApiAnswers.Forbidden("You do not administer this project.")
            : Add(client) ?? Kind.One(client);
    }

    private RequestDelegate CreateChild(Fields fields, RegisteredClient parent)
    {
        if (fields.Has("project"))
        {
            fields.Reject("project", "cannot be given: a child belongs to the client that makes it.");
        }

        var client = Read(fields, new ClientDocument { Id = Guid.NewGuid(), Name = "", ParentClient = parent.Id, ClientType = ClientChanges.ReadType(fields) });
        return fields.Problem is { } problem ? ApiAnswers.BadRequest(problem)
            : parent.IsDeleted ? Kind.NotFound()
            : Add(client) ?? Kind.One(client);
    }

    private RequestDelegate CreateInstance(Fields fields)
    {
        if (!fields.Has("template_id"))
        {
            return AuthErrors.UnauthorizedAsync;
        }

        var name = fields.Text("name", required: true);
        var templateId = fields.Id("template_id");
        var template = clients.Find(templateId.Value);
        if (template is not { IsNative: true })
        {
            fields.Reject("template_id", "does not name a native app.");
        }

        if (fields.Problem is { } problem)
        {
            return ApiAnswers.BadRequest(problem);
        }

        var document = new ClientDocument
        {
            Id = Guid.NewGuid(),
            Name = name.Value,
            ClientType = ClientTypes.Confidential,
            RedirectUris = template!.RedirectUris,
        };
        _ = Add(document);
        var credential = clients.AddCredential(clients.Find(document.Id)!, "Made with the client");
        var instance = new NativeAppInstance(document, new() { ["client_credential"] = credential });
        return context => JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, instance, AuthApiJsonContext.Default.NativeAppInstance);
    }

    private RequestDelegate Update(RegisteredClient client, Fields fields)
    {
        ClientChanges.CheckUnchanged(fields, client.Document);
        var changed = ClientChanges.Apply(fields, client.Document, isNew: false);
        if (fields.Problem is { } problem)
        {
            return ApiAnswers.BadRequest(problem);
        }

        if (FindNamesake(changed) is { } conflict)
        {
            return conflict;
        }

        client.Document = changed;
        identities.AddClient(client.Id, changed.Name);
        return Kind.One(Present(client));
    }

    private RequestDelegate Delete(RegisteredClient client)
    {
        if (clients.All.Any(other => other.Document.ParentClient == client.Id))
        {
            return ApiAnswers.Conflict("The client still has child clients. Delete these first.");
        }

        var document = Present(client);
        removal.Remove(client);
        return Kind.One(document);
    }

    private static ClientDocument Read(Fields fields, ClientDocument blank) => ClientChanges.Apply(fields, blank, isNew: true);

    /// <summary>Registers a client; what comes back is why it cannot be.</summary>
    private RequestDelegate? Add(ClientDocument document)
    {
        if (FindNamesake(document) is { } conflict)
        {
            return conflict;
        }

        identities.AddClient(document.Id, document.Name);
        clients.Add(new RegisteredClient(document));
        return null;
    }

    private RequestDelegate? FindNamesake(ClientDocument document) =>
        clients.All
            .Where(other => other.Id != document.Id)
            .SelectMany(static other => other.Document.Fqdns)
            .FirstOrDefault(name => document.Fqdns.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } taken
            ? ApiAnswers.Conflict($"The name {taken} belongs to another client.")
            : null;

    private RequestDelegate WithOwn(ApiCall call, Func<RegisteredClient, RequestDelegate> handler) =>
        clients.Find(call.Id("id")) is not { } client ? Kind.NotFound()
        : administration.Administers(call.Caller, client) ? handler(client)
        : Kind.NotYours();

    private ClientDocument Present(RegisteredClient client) =>
        client.Document with { Scopes = [.. catalogue.OwnedBy(client.Id).Select(static scope => scope.Id)] };
}
