using System.Net.Http.Headers;

namespace Globus.Extensions.Http.Internal;

/// <summary>
/// A header of ours: it tells a request that passes through the handler a second time, because something outside of it sent the request
/// again, from one whose caller set a header of his own.
/// </summary>
internal sealed class IssuedHeader(string accessToken) : AuthenticationHeaderValue("Bearer", accessToken);
