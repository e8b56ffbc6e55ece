using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.Projects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Globus.Extensions.Emulator.Internal.Policies;

/// <summary>Authentication policies: list, read, create, update, delete. They are kept, but no login is measured by them.</summary>
internal sealed class PolicyEndpoints(
    ApiAccess access, ProjectAdministration administration, ResourceStore<Project> projects, ResourceStore<PolicyDocument> policies) : IEndpoints
{
    private static readonly ResourceKind<PolicyDocument> Kind = ResourceKinds.Policy;

    public void Map(IEndpointRouteBuilder routes)
    {
        const string Root = EmulatorPaths.Auth + "/v2/api/policies";
        routes.MapGet(Root, access.Route(List));
        routes.MapGet(Root + "/{id}", access.Route(call => WithOwn(call, Kind.One)));
        routes.MapPost(Root, access.Route(Kind.Name, Create));
        routes.MapPut(Root + "/{id}", access.Route(Kind.Name, (call, fields) => WithOwn(call, policy => Update(call, policy, fields))));
        routes.MapDelete(Root + "/{id}", access.Route(call => WithOwn(call, Delete)));
    }

    private RequestDelegate List(ApiCall call) =>
        Kind.Many(policies.All.Where(policy => administration.Administers(call.Caller, policy.ProjectId)));

    private RequestDelegate Create(ApiCall call, Fields fields)
    {
        var blank = new PolicyDocument
        {
            Id = Guid.NewGuid(),
            ProjectId = fields.Id("project_id", required: true).Value,
            DisplayName = "",
            Description = "",
            HighAssurance = fields.Flag("high_assurance").Value,
        };
        return Save(call, blank, fields, isNew: true);
    }

    private RequestDelegate Update(ApiCall call, PolicyDocument present, Fields fields)
    {
        if (fields.Flag("high_assurance").Or(present.HighAssurance) != present.HighAssurance)
        {
            fields.Reject("high_assurance", "cannot be changed.");
        }

        return Save(call, present, fields, isNew: false);
    }

    private RequestDelegate Save(ApiCall call, PolicyDocument present, Fields fields, bool isNew)
    {
        var timeout = fields.PositiveInteger("authentication_assurance_timeout");
        var policy = present with
        {
            ProjectId = fields.Id("project_id").Or(present.ProjectId),
            DisplayName = fields.Text("display_name", isNew).Or(present.DisplayName),
            Description = fields.Text("description", isNew).Or(present.Description),
            AuthenticationAssuranceTimeout = timeout.IsSet ? timeout.Value : present.AuthenticationAssuranceTimeout,
            RequiredMfa = fields.Flag("required_mfa").Or(present.RequiredMfa),
            DomainConstraintsInclude = fields.NullableTexts("domain_constraints_include").Or(present.DomainConstraintsInclude),
            DomainConstraintsExclude = fields.NullableTexts("domain_constraints_exclude").Or(present.DomainConstraintsExclude),
        };
        if (fields.Problem is null && !projects.TryFind(policy.ProjectId, out _))
        {
            fields.Reject("project_id", $"names a project that does not exist: {policy.ProjectId}.");
        }

        if (fields.Problem is { } problem)
        {
            return ApiAnswers.BadRequest(problem);
        }

        if (!administration.Administers(call.Caller, policy.ProjectId))
        {
            return Kind.NotYours();
        }

        policies.Set(policy.Id, policy);
        return Kind.One(policy);
    }

    private RequestDelegate Delete(PolicyDocument policy)
    {
        policies.Remove(policy.Id);
        return Kind.One(policy);
    }

    private RequestDelegate WithOwn(ApiCall call, Func<PolicyDocument, RequestDelegate> handler) =>
        !policies.TryFind(call.Id("id"), out var policy) ? Kind.NotFound()
        : administration.Administers(call.Caller, policy.ProjectId) ? handler(policy)
        : Kind.NotYours();
}
