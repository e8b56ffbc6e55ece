using Globus.Extensions.Tokens;

namespace Globus.Extensions.Apps.Internal;

/// <summary>A service refused a token that cannot be renewed. Inside the pipeline this means: the 401 is the answer, unless a login helps.</summary>
internal sealed class TokenRejectedException(string resourceServer) : GlobusException($"The token for '{resourceServer}' is of no use any more. {Reason}")
{
    private const string Reason = "The service rejected it before its time was over, and there is no refresh token to renew it with.";

    internal override string ErrorType => typeof(TokenRenewalException).FullName!;

    private string ResourceServer => resourceServer;

    /// <summary>The exception as the application gets it, which does not know this type.</summary>
    public static GlobusException ForApplication(GlobusException error) =>
        error is TokenRejectedException rejected ? new TokenRenewalException(rejected.ResourceServer, Reason, rejected) : error;
}
