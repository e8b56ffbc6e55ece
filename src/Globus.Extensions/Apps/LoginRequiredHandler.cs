namespace Globus.Extensions.Apps;

/// <summary>
/// Decides what happens when a request needs a login. If it returns, the token is looked for once more, so it may call
/// <see cref="IGlobusApp.LoginAsync"/>; if it throws, the request fails with its exception.
/// </summary>
/// <param name="app">The app whose token is needed.</param>
/// <param name="error">What is wrong with the token there is.</param>
/// <param name="cancellationToken">Cancelled when the request is.</param>
/// <returns>A task that ends when the request may try again.</returns>
public delegate Task LoginRequiredHandler(IGlobusApp app, GlobusException error, CancellationToken cancellationToken);
