namespace Globus.Extensions.Apps.Internal;

/// <summary>A service refused a token that cannot be renewed. Inside the pipeline this means: the 401 is the answer, unless a login helps.</summary>
internal sealed class TokenRejectedException(string resourceServer)
    : GlobusException($"'{resourceServer}' rejected its token before its time was over, and there is no refresh token to renew it with. Log in again.");
