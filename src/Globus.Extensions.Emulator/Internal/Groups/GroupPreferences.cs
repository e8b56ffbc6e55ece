using System.Collections.Concurrent;

namespace Globus.Extensions.Emulator.Internal.Groups;

/// <summary>What identities prefer in all groups. Thread-safe.</summary>
internal sealed class GroupPreferences
{
    private readonly ConcurrentDictionary<Guid, bool?> _allowAdd = new();

    /// <summary>All that has been said.</summary>
    public Dictionary<Guid, bool?> Snapshot => new(_allowAdd);

    /// <summary>Puts this in the place of all that has been said.</summary>
    public void Restore(Dictionary<Guid, bool?> allowAdd)
    {
        _allowAdd.Clear();
        foreach (var (identityId, value) in allowAdd)
        {
            SetAllowAdd(identityId, value);
        }
    }

    /// <summary>Whether others may add the identity to groups; it has to say no.</summary>
    public bool AllowsAdd(Guid identityId) => _allowAdd.GetValueOrDefault(identityId) ?? true;

    public PreferenceDocument Of(Guid identityId) => new(_allowAdd.GetValueOrDefault(identityId));

    public void SetAllowAdd(Guid identityId, bool? value) => _allowAdd[identityId] = value;
}
