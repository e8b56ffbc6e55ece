using System.Globalization;
using Globus.Extensions.Emulator.Internal.AuthApi;

namespace Globus.Extensions.Emulator.Internal.Transfer.PauseRules;

/// <summary>Reads what of a pause rule can be changed; the problems stay with the fields.</summary>
internal static class PauseRuleFields
{
    public static Func<PauseRule, PauseRule> Read(Fields fields, bool isNew)
    {
        _ = fields.OneOf("DATA_TYPE", "pause_rule");
        var message = fields.Text("message", required: isNew);
        var start = StartTime(fields);
        var pauseLs = Flag(fields, "pause_ls");
        var pauseMkdir = Flag(fields, "pause_mkdir");
        var pauseSymlink = Flag(fields, "pause_symlink");
        var pauseRename = Flag(fields, "pause_rename");
        var pauseTaskDelete = Flag(fields, "pause_task_delete");
        var pauseTaskTransferWrite = Flag(fields, "pause_task_transfer_write");
        var pauseTaskTransferRead = Flag(fields, "pause_task_transfer_read");
        var pauseTaskTransferDelete = Flag(fields, "pause_task_transfer_delete");
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

    private static Field<bool> Flag(Fields fields, string name) => fields.IsNull(name) ? default : fields.Flag(name);

    private static Field<DateTimeOffset?> StartTime(Fields fields)
    {
        var text = fields.NullableText("start_time");
        if (text.Value is null)
        {
            return new(text.IsSet, null);
        }

        if (!DateTimeOffset.TryParse(text.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start))
        {
            fields.Reject("start_time", "must be null or a time such as 2026-03-01T12:00:00+00:00.");
        }

        return new(true, start.ToUniversalTime());
    }
}
