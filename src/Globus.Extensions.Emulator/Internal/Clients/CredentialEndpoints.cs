using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Projects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Clients;

/// <summary>The credentials of a client: list, create, delete. A secret is shown once, in the answer that makes it.</summary>
internal sealed class CredentialEndpoints(ApiAccess access, ProjectAdministration administration, ClientRegistry clients) : IEndpoints
{
    private static readonly ResourceKind<CredentialDocument> Kind = ResourceKinds.Credential;

    public void Map(IEndpointRouteBuilder routes)
    {
        const string Root = EmulatorPaths.Auth + "/v2/api/clients/{id}/credentials";
        routes.MapGet(Root, access.Route(call => WithOwn(call, List)));
        routes.MapPost(Root, access.Route(Kind.Name, (call, fields) => WithOwn(call, client => Create(client, fields))));
        routes.MapDelete(Root + "/{credential}", access.Route(call => WithOwn(call, client => Delete(client, call.Id("credential")))));
    }

    private static RequestDelegate List(RegisteredClient client) => Kind.Many(client.Credentials.Select(static credential => credential.Document));

    private RequestDelegate Create(RegisteredClient client, Fields fields)
    {
        var name = fields.Text("name", required: true);
        return fields.Problem is { } problem ? ApiAnswers.BadRequest(problem)
            : client.IsNative ? ApiAnswers.BadRequest("A public client has no credentials: it could not keep the secret.")
            : Kind.One(clients.AddCredential(client, name.Value));
    }

    private static RequestDelegate Delete(RegisteredClient client, Guid id)
    {
        if (client.Credentials.FirstOrDefault(credential => credential.Document.Id == id) is not { } credential)
        {
            return Kind.NotFound();
        }

        client.Remove(credential);
        return Kind.One(credential.Document);
    }

    private RequestDelegate WithOwn(ApiCall call, Func<RegisteredClient, RequestDelegate> handler) =>
        clients.Find(call.Id("id")) is not { } client ? ResourceKinds.Client.NotFound()
        : administration.Administers(call.Caller, client) ? handler(client)
        : ResourceKinds.Client.NotYours();
}
