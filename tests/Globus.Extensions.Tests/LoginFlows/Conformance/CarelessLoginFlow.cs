using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;
using Globus.Extensions.Testing;
using Microsoft.AspNetCore.WebUtilities;

namespace Globus.Extensions.Tests.LoginFlows.Conformance;

/// <summary>A login flow as one might write it in a hurry: it takes any code, forgets the settings and waits for ever.</summary>
internal sealed class CarelessLoginFlow(GlobusLoginClient loginClient, LoginPerson person) : ILoginFlowManager
{
    public bool IsAvailable => true;

    public async Task<OAuthTokenResponse> RunLoginFlowAsync(GlobusAuthorizationParameters parameters, CancellationToken cancellationToken = default)
    {
        var flow = loginClient.StartFlow(new AuthorizationFlowOptions { Parameters = parameters });
        var redirect = (await person.VisitAsync(flow.AuthorizeUrl, cancellationToken))[0];
        return await flow.ExchangeCodeAsync(QueryHelpers.ParseQuery(redirect.Query)["code"].ToString(), CancellationToken.None);
    }
}
