using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;

namespace Globus.Extensions.Emulator.Internal.Transfer.PauseRules;

/// <summary>Shows pause rules.</summary>
internal sealed class PauseRulePresenter(CollectionStore collections, CollectionPermissions permissions)
{
    public PauseRuleDocument Present(PauseRule rule, Guid identity) => PresentLimited(rule) with
    {
        ModifiedById = rule.ModifiedById,
        CreatedByHostManager = rule.CreatedByHostManager,
        Editable = Find(rule) is { } collection && CanEdit(rule, collection, identity),
    };

    public PauseRuleDocument PresentLimited(PauseRule rule) => new()
    {
        Id = rule.Id,
        Message = rule.Message,
        EndpointId = rule.CollectionId,
        EndpointDisplayName = Find(rule)?.DisplayName,
        IdentityId = rule.IdentityId,
        StartTime = Start(rule),
        PauseLs = rule.PauseLs,
        PauseMkdir = rule.PauseMkdir,
        PauseSymlink = rule.PauseSymlink,
        PauseRename = rule.PauseRename,
        PauseTaskDelete = rule.PauseTaskDelete,
        PauseTaskTransferWrite = rule.PauseTaskTransferWrite,
        PauseTaskTransferRead = rule.PauseTaskTransferRead,
        PauseTaskTransferDelete = rule.PauseTaskTransferDelete,
    };

    /// <summary>A rule of the host's manager is the host's managers' business.</summary>
    public bool CanEdit(PauseRule rule, Collection collection, Guid identity) => rule.CreatedByHostManager
        ? collections.Lineage(collection).Skip(1).Any(host => permissions.HasRole(host, identity, Role.ActivityManager))
        : permissions.CanManage(collection, identity);

    private Collection? Find(PauseRule rule) => collections.TryFind(rule.CollectionId, out var collection) ? collection : null;

    private static string? Start(PauseRule rule) => rule.StartTime is { } start ? TaskPresenter.Time(start) : null;
}
