using Globus.Extensions.Emulator.Internal.Identities;

namespace Globus.Extensions.Emulator.Internal.Authorization;

/// <summary>A person's way through the pages, kept here: the forms carry nothing but its id.</summary>
/// <param name="Request">What the client asks for.</param>
/// <param name="BrowserHash">The hash of the cookie of the browser that began it.</param>
/// <param name="ExpiresAt">From when on the pages are stale.</param>
/// <param name="Person">Who has signed in, once somebody has.</param>
internal sealed record Interaction(AuthorizeRequest Request, string BrowserHash, DateTimeOffset ExpiresAt, Identity? Person = null);
