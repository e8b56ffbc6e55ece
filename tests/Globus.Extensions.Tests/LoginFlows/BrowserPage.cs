using System.Net;

namespace Globus.Extensions.Tests.LoginFlows;

/// <summary>What a browser got.</summary>
internal sealed record BrowserPage(HttpStatusCode Status, string Html, IReadOnlyDictionary<string, string> Headers);
