namespace Globus.Extensions.Apps.Internal;

/// <summary>What a logout could not do, told when it has done all the rest.</summary>
internal sealed class LogoutFailures
{
    private readonly List<string> _notRevoked = [];
    private readonly List<string> _notRemoved = [];
    private readonly List<Exception> _exceptions = [];

    public void NotRevoked(string resourceServer, Exception exception) => Add(_notRevoked, resourceServer, exception);

    public void NotRemoved(string resourceServer, Exception exception) => Add(_notRemoved, resourceServer, exception);

    /// <summary>Tells what could not be done.</summary>
    /// <exception cref="LogoutException">There is something.</exception>
    public void ThrowIfAny()
    {
        if (_exceptions.Count > 0)
        {
            throw new LogoutException(_notRevoked, _exceptions is [var single] ? single : new AggregateException(_exceptions), _notRemoved);
        }
    }

    private void Add(List<string> list, string resourceServer, Exception exception)
    {
        _exceptions.Add(exception);
        if (!list.Contains(resourceServer, StringComparer.Ordinal))
        {
            list.Add(resourceServer);
        }
    }
}
