using Globus.Extensions.Emulator.Internal.AuthApi;

namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>Reads what a submission says beside its items; the problems stay with the fields.</summary>
internal static class TransferReader
{
    public static TaskSubmission Read(Fields fields, Guid submissionId, Guid owner) => new()
    {
        SubmissionId = CheckType(fields, "transfer", submissionId),
        Type = TaskTypes.Transfer,
        OwnerId = owner,
        SourceEndpoint = fields.Id("source_endpoint", required: true).Value,
        DestinationEndpoint = fields.Id("destination_endpoint", required: true).Value,
        Items = [],
        SyncLevel = SyncLevel(fields),
        VerifyChecksum = Flag(fields, "verify_checksum"),
        PreserveTimestamp = Flag(fields, "preserve_timestamp"),
        EncryptData = Flag(fields, "encrypt_data"),
        SkipSourceErrors = Flag(fields, "skip_source_errors"),
        FailOnQuotaErrors = Flag(fields, "fail_on_quota_errors"),
        DeleteDestinationExtra = Flag(fields, "delete_destination_extra"),
        RecursiveSymlinks = fields.IsNull("recursive_symlinks") ? "ignore" : fields.OneOf("recursive_symlinks", "ignore", "keep", "copy").Or("ignore"),
        FilterRules = Rules(fields),
        StoreBasePathInfo = Flag(fields, "store_base_path_info"),
        SourceLocalUser = fields.NullableText("source_local_user").Value,
        DestinationLocalUser = fields.NullableText("destination_local_user").Value,
    };

    public static TaskSubmission ReadDelete(Fields fields, Guid submissionId, Guid owner) => new()
    {
        SubmissionId = CheckType(fields, "delete", submissionId),
        Type = TaskTypes.Delete,
        OwnerId = owner,
        SourceEndpoint = fields.Id("endpoint", required: true).Value,
        Items = [],
        Recursive = Flag(fields, "recursive"),
        IgnoreMissing = Flag(fields, "ignore_missing"),
        InterpretGlobs = Flag(fields, "interpret_globs"),
        StoreBasePathInfo = Flag(fields, "store_base_path_info"),
        SourceLocalUser = fields.NullableText("local_user").Value,
    };

    private static Guid CheckType(Fields fields, string type, Guid submissionId)
    {
        _ = fields.OneOf("DATA_TYPE", type);
        return submissionId;
    }

    private static bool Flag(Fields fields, string name) => !fields.IsNull(name) && fields.Flag(name).Value;

    private static int? SyncLevel(Fields fields)
    {
        if (fields.IsNull("sync_level"))
        {
            return null;
        }

        var level = fields.Integer("sync_level", 0, 3);
        return level.IsSet ? level.Value : null;
    }

    private static IReadOnlyList<FilterRule>? Rules(Fields fields)
    {
        if (fields.IsNull("filter_rules") || !fields.Has("filter_rules"))
        {
            return null;
        }

        var rules = new List<FilterRule>();
        foreach (var inner in fields.Objects("filter_rules").Value ?? [])
        {
            rules.Add(new FilterRule(
                inner.OneOf("method", FilterRule.Include, FilterRule.Exclude).Or(FilterRule.Exclude),
                inner.Text("name", required: true).Value ?? "",
                inner.IsNull("type") ? null : inner.OneOf("type", FilterRule.File, FilterRule.Folder).Value));
            fields.Adopt(inner);
        }

        return rules;
    }
}
