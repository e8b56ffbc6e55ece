using Globus.Extensions.Tokens;

namespace Globus.Extensions.Authorizers.Internal;

/// <summary>Where the tokens of one resource server come from, and where they are kept.</summary>
internal abstract class TokenSource
{
    public abstract string ResourceServer { get; }

    /// <summary>Reads what is kept now; another thread, process or machine may have put it there.</summary>
    /// <returns>The token, or <see langword="null"/> if there is none.</returns>
    public abstract ValueTask<TokenData?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Asks for a new token.</summary>
    /// <param name="current">What there is, usable or not.</param>
    /// <param name="wasRejected">Whether a service refused it although its time is not over.</param>
    /// <param name="cancellationToken">Ends with the owner.</param>
    public abstract Task<TokenData> RequestAsync(TokenData? current, bool wasRejected, CancellationToken cancellationToken);

    /// <summary>Whether a token can be renewed ahead of its end, without a person.</summary>
    public virtual bool CanRenew(TokenData current) => true;

    /// <summary>Makes sure of the time, before a token that cannot be renewed is given up because of its age.</summary>
    public virtual ValueTask LearnTimeAsync(CancellationToken cancellationToken) => default;

    /// <summary>Whether a stored token will do; an exception says that it will not, and that no request would help.</summary>
    public virtual bool Accepts(TokenData stored) => true;

    /// <summary>Checks a token that was just issued and stored; an exception says what it lacks.</summary>
    public virtual void Verify(TokenData issued)
    {
    }

    /// <summary>Keeps a new token. It is used only after that.</summary>
    public abstract ValueTask StoreAsync(TokenData token, CancellationToken cancellationToken);
}
