namespace Globus.Extensions.LoginFlows;

/// <summary>
/// Opens the browser in which a person logs in. Register one of your own to use another browser, a web view or, in a test, none. Implementations are thread-safe.
/// </summary>
public interface IBrowserLauncher
{
    /// <summary>
    /// Why no browser can be opened here, as the end of a sentence (<c>no display was found</c>); <see langword="null"/> where one can.
    /// </summary>
    string? UnavailableReason { get; }

    /// <summary>Opens an address in the browser. The task ends when the browser has it, not when the person is done.</summary>
    /// <param name="address">The address, absolute and https, or http on a loopback address.</param>
    /// <param name="cancellationToken">Gives up opening.</param>
    /// <returns>A task that ends when the browser has the address.</returns>
    /// <exception cref="LocalServerEnvironmentException">No browser could be opened.</exception>
    Task LaunchAsync(Uri address, CancellationToken cancellationToken = default);
}
