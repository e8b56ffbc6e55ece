using System.Net.Http.Headers;
using Globus.Extensions.Apps.Internal;
using Globus.Extensions.AuthorizationRequirements;
using Globus.Extensions.Authorizers.Internal;
using Globus.Extensions.Http.Internal;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.Apps;

// How requests get their headers, and what is done where they are refused.
public abstract partial class GlobusApp : IRequestAuthorization
{
    bool IRequestAuthorization.RedrivesRequirements => _dependencies.Options.RedriveAuthorizationRequirements;

    ValueTask<AuthenticationHeaderValue?> IRequestAuthorization.GetHeaderAsync(string resourceServer, CancellationToken cancellationToken) =>
        _renewers.TryGetValue(resourceServer, out var renewer) && renewer.TryGetHeader() is { } header
            ? new(header)
            : AcquireAsync(resourceServer, null, mayLogIn: true, cancellationToken);

    ValueTask<AuthenticationHeaderValue?> IRequestAuthorization.RenewAsync(
        string resourceServer, AuthenticationHeaderValue rejected, bool mayLogIn, CancellationToken cancellationToken) =>
        AcquireAsync(resourceServer, rejected, mayLogIn, cancellationToken);

    async ValueTask<AuthenticationHeaderValue?> IRequestAuthorization.SatisfyAsync(
        string resourceServer, GlobusAuthorizationRequirements requirements, long sentAt, CancellationToken cancellationToken)
    {
        var parameters = requirements.AuthorizationParameters;
        if (!CanSatisfy(parameters) || _logins.IsWithin || !Requirements.TryMerge(parameters.RequiredScopes ?? [], out _))
        {
            return null; // Whoever asks for scopes that are none gets no login: the service's answer tells the caller what they were.
        }

        await _logins.SatisfyAsync(parameters, sentAt, cancellationToken).ConfigureAwait(false);
        return await AcquireAsync(resourceServer, null, mayLogIn: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A header, and the token in it, where nobody is to log in and consents do not matter.</summary>
    internal async ValueTask<(AuthenticationHeaderValue? Header, TokenData? Token)> ObtainQuietlyAsync(
        string resourceServer, AuthenticationHeaderValue? rejected, CancellationToken cancellationToken)
    {
        var renewer = Renewer(resourceServer);
        var header = await ObtainAsync(renewer, rejected, cancellationToken).ConfigureAwait(false);
        var token = renewer.Current;
        WithdrawUnlessSettled(renewer);
        return (header, token);
    }

    private async ValueTask<AuthenticationHeaderValue?> AcquireAsync(
        string resourceServer, AuthenticationHeaderValue? rejected, bool mayLogIn, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        if (!Requirements.ByResourceServer.ContainsKey(resourceServer)
            && await Storage.GetAsync(resourceServer, cancellationToken).ConfigureAwait(false) is null)
        {
            throw new InvalidOperationException(AppTexts.NotRequired(resourceServer));
        }

        try
        {
            var renewer = Renewer(resourceServer);
            var loginsBefore = _logins.Count;
            try
            {
                return await CheckAndObtainAsync(renewer, resourceServer, rejected, cancellationToken).ConfigureAwait(false);
            }
            catch (GlobusException error) when (mayLogIn && !_logins.IsWithin && IsMendedByLogin(error))
            {
                AppLog.LoginNeeded(_logger, error.Message);
                if (_dependencies.LoginRequiredHandler is { } handler)
                {
                    await _logins.ShareAsync(handler, TokenRejectedException.ForApplication(error), cancellationToken).ConfigureAwait(false);
                }
                else if (!LogsInByItself)
                {
                    throw AppTexts.WithAdvice(rejected is null ? TokenRejectedException.ForApplication(error) : error, _dependencies.Options.LoginCommand);
                }
                else if (loginsBefore == _logins.Count)
                {
                    await _logins.ShareAsync(loginsBefore, cancellationToken).ConfigureAwait(false);
                }
            }

            return await CheckAndObtainAsync(renewer, resourceServer, rejected, cancellationToken).ConfigureAwait(false);
        }
        catch (TokenRejectedException) when (rejected is not null)
        {
            return null; // The service's own 401 is the best answer there is.
        }
        catch (TokenRejectedException error)
        {
            throw TokenRejectedException.ForApplication(error);
        }
        catch (GlobusException error) when (!mayLogIn && rejected is not null && IsMendedByLogin(error))
        {
            return null; // The login that the answer asks for comes next.
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested && _isDisposed != 0)
        {
            throw new ObjectDisposedException("The app was disposed while the request waited for a token.", exception);
        }
    }

    private async ValueTask<AuthenticationHeaderValue?> CheckAndObtainAsync(
        TokenRenewer renewer, string resourceServer, AuthenticationHeaderValue? rejected, CancellationToken cancellationToken)
    {
        if (rejected is null)
        {
            await Consents.EnsureAsync(resourceServer, cancellationToken).ConfigureAwait(false);
        }

        return await ObtainAsync(renewer, rejected, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<AuthenticationHeaderValue?> ObtainAsync(TokenRenewer renewer, AuthenticationHeaderValue? rejected, CancellationToken cancellationToken) =>
        rejected is null
            ? await renewer.GetHeaderAsync(cancellationToken).ConfigureAwait(false)
            : await renewer.ReplaceAsync(rejected, cancellationToken).ConfigureAwait(false);

    private static bool IsMendedByLogin(GlobusException error) =>
        error is TokenRenewalException or TokenRejectedException or MissingTokenException or ExpiredTokenException or UnmetScopeRequirementsException;
}
