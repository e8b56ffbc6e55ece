using System.Net.Http.Headers;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Tests.Support;

/// <summary>Authorizes with the tokens that a test gives, and counts what it is asked.</summary>
internal sealed class FakeAuthorization : IRequestAuthorization
{
    public static readonly Uri BaseUrl = new("https://groups.api.globus.org/");

    public AuthenticationHeaderValue? Header { get; set; } = new IssuedHeader("first");

    public AuthenticationHeaderValue? Renewed { get; set; } = new IssuedHeader("second");

    public AuthenticationHeaderValue? AfterLogin { get; set; } = new IssuedHeader("third");

    public bool RedrivesRequirements { get; set; }

    public List<AuthenticationHeaderValue> Rejected { get; } = [];

    public List<GlobusAuthorizationRequirements> Logins { get; } = [];

    public ValueTask<AuthenticationHeaderValue?> GetHeaderAsync(string resourceServer, CancellationToken cancellationToken) => new(Header);

    public ValueTask<AuthenticationHeaderValue?> RenewAsync(string resourceServer, AuthenticationHeaderValue rejected, bool mayLogIn, CancellationToken cancellationToken)
    {
        Rejected.Add(rejected);
        return new(Renewed);
    }

    public ValueTask<AuthenticationHeaderValue?> SatisfyAsync(
        string resourceServer, GlobusAuthorizationRequirements requirements, long sentAt, CancellationToken cancellationToken)
    {
        Logins.Add(requirements);
        return new(AfterLogin);
    }

    public HttpRequestMessage CreateRequest(HttpMethod? method = null, string path = "v2/groups/my_groups", HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(BaseUrl, path)) { Content = content };
        request.Options.Set(GlobusRequestOptions.Authorization, new RequestAuthorization(this, "groups.api.globus.org", BaseUrl));
        return request;
    }
}
