using System.Diagnostics.CodeAnalysis;

namespace Globus.Extensions.Emulator.Internal.Transfer.Streams;

/// <summary>All tunnels; a submission becomes one of them, however often it comes. Thread-safe.</summary>
internal sealed class TunnelStore(GlobusEmulatorOptions options)
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<Guid, Tunnel> _tunnels = [];
    private readonly Dictionary<(Guid Owner, Guid Submission), Guid> _bySubmission = [];

    /// <summary>All tunnels.</summary>
    public IReadOnlyList<Tunnel> Snapshot
    {
        get
        {
            lock (_gate)
            {
                return [.. _tunnels.Values];
            }
        }
    }

    /// <summary>Puts these tunnels in the place of all there are.</summary>
    public void Restore(IEnumerable<Tunnel> tunnels)
    {
        lock (_gate)
        {
            _tunnels.Clear();
            _bySubmission.Clear();
            foreach (var tunnel in tunnels)
            {
                _tunnels[tunnel.Id] = tunnel;
                _bySubmission[(tunnel.OwnerId, tunnel.SubmissionId)] = tunnel.Id;
            }
        }
    }

    public IReadOnlyList<Tunnel> OwnedBy(Guid identity)
    {
        lock (_gate)
        {
            Guid[] ids = [.. _tunnels.Values.Where(tunnel => tunnel.OwnerId == identity).Select(static tunnel => tunnel.Id)];
            return [.. ids.Select(id => Find(id)!)];
        }
    }

    public bool TryFind(Guid id, [NotNullWhen(true)] out Tunnel? tunnel)
    {
        lock (_gate)
        {
            return (tunnel = Find(id)) is not null;
        }
    }

    /// <summary>The tunnel that an identity's submission has become, if it is still there.</summary>
    public bool TryFindSubmission(Guid owner, Guid submission, [NotNullWhen(true)] out Tunnel? tunnel)
    {
        lock (_gate)
        {
            tunnel = _bySubmission.TryGetValue((owner, submission), out var id) ? Find(id) : null;
            return tunnel is not null;
        }
    }

    /// <summary>Adds a tunnel unless its submission has become one that is still there; that one is given then.</summary>
    public Tunnel Add(Tunnel tunnel)
    {
        lock (_gate)
        {
            if (TryFindSubmission(tunnel.OwnerId, tunnel.SubmissionId, out var present))
            {
                return present;
            }

            _bySubmission[(tunnel.OwnerId, tunnel.SubmissionId)] = tunnel.Id;
            return _tunnels[tunnel.Id] = tunnel;
        }
    }

    /// <summary>Changes a tunnel as one step; <see langword="null"/> if it is gone, or <paramref name="change"/> does not want to.</summary>
    public Tunnel? Update(Guid id, Func<Tunnel, Tunnel?> change)
    {
        lock (_gate)
        {
            return Find(id) is { } tunnel && change(tunnel) is { } changed ? _tunnels[id] = changed : null;
        }
    }

    /// <summary>Removes a tunnel that is stopped.</summary>
    public bool TryRemove(Guid id)
    {
        lock (_gate)
        {
            return Find(id) is { IsStopped: true } && _tunnels.Remove(id);
        }
    }

    /// <summary>A tunnel whose time is over has stopped then.</summary>
    private Tunnel? Find(Guid id)
    {
        if (_tunnels.TryGetValue(id, out var tunnel) && !tunnel.IsStopped && tunnel.Expires <= options.TimeProvider.GetUtcNow())
        {
            _tunnels[id] = tunnel = tunnel.Stop("The lifetime of the tunnel has ended.", tunnel.Expires);
        }

        return tunnel;
    }
}
