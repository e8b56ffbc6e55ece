using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;

namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>What can be given with a new collection and changed later.</summary>
internal static class EndpointFields
{
    private static readonly string[] NetworkUses = ["normal", "minimal", "aggressive", "custom"];

    /// <summary>Reads what is there; the problems stay with the fields. What it gives puts that into a collection.</summary>
    public static Func<Collection, Collection> Read(Fields fields, bool isNew)
    {
        var displayName = fields.Text("display_name", required: isNew);
        var description = fields.NullableText("description");
        var organization = fields.NullableText("organization");
        var department = fields.NullableText("department");
        var keywords = fields.NullableText("keywords");
        var contactEmail = fields.NullableText("contact_email");
        var contactInfo = fields.NullableText("contact_info");
        var infoLink = fields.NullableText("info_link");
        var userMessage = fields.NullableText("user_message");
        var userMessageLink = fields.NullableText("user_message_link");
        var isPublic = fields.OptionalFlag("public");
        var forceEncryption = fields.OptionalFlag("force_encryption");
        var forceVerify = fields.OptionalFlag("force_verify");
        var disableVerify = fields.OptionalFlag("disable_verify");
        var directory = Directory(fields);
        var location = fields.NullableText("location");
        var networkUse = fields.IsNull("network_use") ? default : fields.OneOf("network_use", NetworkUses);
        var maxConcurrency = Number(fields, "max_concurrency");
        var preferredConcurrency = Number(fields, "preferred_concurrency");
        var maxParallelism = Number(fields, "max_parallelism");
        var preferredParallelism = Number(fields, "preferred_parallelism");
        return collection => collection with
        {
            DisplayName = displayName.Or(collection.DisplayName),
            Description = description.Or(collection.Description),
            Organization = organization.Or(collection.Organization),
            Department = department.Or(collection.Department),
            Keywords = keywords.Or(collection.Keywords),
            ContactEmail = contactEmail.Or(collection.ContactEmail),
            ContactInfo = contactInfo.Or(collection.ContactInfo),
            InfoLink = infoLink.Or(collection.InfoLink),
            UserMessage = userMessage.Or(collection.UserMessage),
            UserMessageLink = userMessageLink.Or(collection.UserMessageLink),
            IsPublic = isPublic.Or(collection.IsPublic),
            ForceEncryption = forceEncryption.Or(collection.ForceEncryption),
            ForceVerify = forceVerify.Or(collection.ForceVerify),
            DisableVerify = disableVerify.Or(collection.DisableVerify),
            DefaultDirectory = directory.Or(collection.DefaultDirectory),
            Location = location.Or(collection.Location),
            NetworkUse = networkUse.Or(collection.NetworkUse),
            MaxConcurrency = maxConcurrency.Or(collection.MaxConcurrency),
            PreferredConcurrency = preferredConcurrency.Or(collection.PreferredConcurrency),
            MaxParallelism = maxParallelism.Or(collection.MaxParallelism),
            PreferredParallelism = preferredParallelism.Or(collection.PreferredParallelism),
        };
    }

    private static Field<int?> Number(Fields fields, string name)
    {
        var number = fields.IsNull(name) ? default : fields.PositiveInteger(name);
        return fields.IsNull(name) ? new(true, null) : new(number.IsSet, number.Value);
    }

    private static Field<string?> Directory(Fields fields)
    {
        var directory = fields.NullableText("default_directory");
        if (directory.Value is { } text && !CollectionPath.TryParse(text, out _, out var problem))
        {
            fields.Reject("default_directory", $"is no path of a collection: {problem}");
        }

        return directory;
    }
}
