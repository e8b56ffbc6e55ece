using Globus.Extensions.Emulator.Internal.AuthApi;

namespace Globus.Extensions.Emulator.Internal.Transfer.PauseRules;

/// <summary>Reads what of a pause rule can be changed; the problems stay with the fields.</summary>
internal static class PauseRuleFields
{
    public static Func<PauseRule, PauseRule> Read(Fields fields, bool isNew)
    {
        _ = fields.OneOf("DATA_TYPE", "pause_rule");
        var message = fields.Text("message", required: isNew);
        var start = fields.NullableTime("start_time");
        var pauseLs = fields.OptionalFlag("pause_ls");
        var pauseMkdir = fields.OptionalFlag("pause_mkdir");
        var pauseSymlink = fields.OptionalFlag("pause_symlink");
        var pauseRename = fields.OptionalFlag("pause_rename");
        var pauseTaskDelete = fields.OptionalFlag("pause_task_delete");
        var pauseTaskTransferWrite = fields.OptionalFlag("pause_task_transfer_write");
        var pauseTaskTransferRead = fields.OptionalFlag("pause_task_transfer_read");
        var pauseTaskTransferDelete = fields.OptionalFlag("pause_task_transfer_delete");
        return rule => rule with
        {
            Message = message.Or(rule.Message),
            StartTime = start.Or(rule.StartTime),
            PauseLs = pauseLs.Or(rule.PauseLs),
            PauseMkdir = pauseMkdir.Or(rule.PauseMkdir),
            PauseSymlink = pauseSymlink.Or(rule.PauseSymlink),
            PauseRename = pauseRename.Or(rule.PauseRename),
            PauseTaskDelete = pauseTaskDelete.Or(rule.PauseTaskDelete),
            PauseTaskTransferWrite = pauseTaskTransferWrite.Or(rule.PauseTaskTransferWrite),
            PauseTaskTransferRead = pauseTaskTransferRead.Or(rule.PauseTaskTransferRead),
            PauseTaskTransferDelete = pauseTaskTransferDelete.Or(rule.PauseTaskTransferDelete),
        };
    }
}
