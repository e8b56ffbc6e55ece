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
        VerifyChecksum = fields.OptionalFlag("verify_checksum").Value,
        PreserveTimestamp = fields.OptionalFlag("preserve_timestamp").Value,
        EncryptData = fields.OptionalFlag("encrypt_data").Value,
        SkipSourceErrors = fields.OptionalFlag("skip_source_errors").Value,
        FailOnQuotaErrors = fields.OptionalFlag("fail_on_quota_errors").Value,
        DeleteDestinationExtra = fields.OptionalFlag("delete_destination_extra").Value,
        RecursiveSymlinks = fields.IsNull("recursive_symlinks") ? "ignore" : fields.OneOf("recursive_symlinks", "ignore", "keep", "copy").Or("ignore"),
        FilterRules = Rules(fields),
        StoreBasePathInfo = fields.OptionalFlag("store_base_path_info").Value,
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
        Recursive = fields.OptionalFlag("recursive").Value,
        IgnoreMissing = fields.OptionalFlag("ignore_missing").Value,
        InterpretGlobs = fields.OptionalFlag("interpret_globs").Value,
        StoreBasePathInfo = fields.OptionalFlag("store_base_path_info").Value,
        SourceLocalUser = fields.NullableText("local_user").Value,
    };

    private static Guid CheckType(Fields fields, string type, Guid submissionId)
    {
        _ = fields.OneOf("DATA_TYPE", type);
        return submissionId;
    }

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
