using Globus.Extensions.Configuration;

namespace Globus.Extensions.Tokens.Storage;

/// <summary>Makes the token storage of an app. Factories are registered under the name of their strategy.</summary>
public interface ITokenStorageFactory
{
    /// <summary>Makes the storage. It is called once per app and must not read, open or create anything yet.</summary>
    /// <param name="context">The app that the storage is for.</param>
    /// <returns>The storage, which lives as long as the app.</returns>
    ITokenStorage Create(GlobusAppContext context);
}
