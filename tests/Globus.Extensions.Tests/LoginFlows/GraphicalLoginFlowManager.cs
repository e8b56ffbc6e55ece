using Globus.Extensions.LoginFlows;
using Globus.Extensions.OAuth;

namespace Globus.Extensions.Tests.LoginFlows;

/// <summary>A user's own way to show the URL and to ask for the code.</summary>
internal sealed class GraphicalLoginFlowManager(GlobusLoginClient client, LoginFlowSettings? settings, string answer)
    : CommandLineLoginFlowManager(client, settings, TextReader.Null, TextWriter.Null)
{
    public Uri? Shown { get; private set; }

    protected override Task PrintAuthorizeUrlAsync(Uri authorizeUrl, CancellationToken cancellationToken = default)
    {
        Shown = authorizeUrl;
        return Task.CompletedTask;
    }

    protected override Task<string> PromptForCodeAsync(CancellationToken cancellationToken = default) => Task.FromResult(answer);
}
