using Globus.Extensions.Http.Internal;
using Globus.Extensions.Scopes;

namespace Globus.Extensions.Tokens.Internal;

/// <summary>Asks Globus Auth what a person has consented to. Implementations are thread-safe and need no app to be made.</summary>
internal interface IConsentLookup
{
    /// <summary>Gets the consents that an identity gave to the client of the app.</summary>
    /// <param name="identityId">The identity.</param>
    /// <param name="authorization">Authorizes the request: it neither logs in nor looks at consents, or the request would wait for itself.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    Task<ConsentForest> GetForestAsync(string identityId, IRequestAuthorization authorization, CancellationToken cancellationToken);
}
