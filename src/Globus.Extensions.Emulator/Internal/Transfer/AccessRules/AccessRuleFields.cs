using System.Globalization;
using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;
using Globus.Extensions.Emulator.Internal.Transfer.Roles;

namespace Globus.Extensions.Emulator.Internal.Transfer.AccessRules;

/// <summary>Reads access rules; the problems stay with the fields.</summary>
internal static class AccessRuleFields
{
    public static AccessRule? Read(Fields fields, Guid collection, PrincipalDirectory principals, DateTimeOffset now)
    {
        _ = fields.OneOf("DATA_TYPE", "access");
        foreach (var name in (string[])["principal_type", "permissions", "path"])
        {
            if (!fields.Has(name))
            {
                fields.Reject(name, "is missing.");
            }
        }

        // Nobody is written to: the emulator has no mail.
        _ = fields.NullableText("notify_email");
        _ = fields.NullableText("notify_message");
        var type = fields.OneOf("principal_type", AccessRule.Identity, AccessRule.Group, AccessRule.AllAuthenticatedUsers, AccessRule.Anonymous);
        var principal = Principal(fields, type.Value, principals);
        var path = Path(fields);
        var permissions = Permissions(fields);
        var expires = Expiration(fields, now);
        return fields.Problem is not null ? null : new AccessRule
        {
            Id = Guid.NewGuid(),
            CollectionId = collection,
            Path = path,
            Permissions = permissions.Value,
            PrincipalType = type.Value,
            Principal = principal,
            CreateTime = now,
            ExpirationDate = expires.Value,
        };
    }

    /// <summary>Only what is allowed and until when can be changed; the rest may be repeated.</summary>
    public static Func<AccessRule, AccessRule> ReadChange(Fields fields, AccessRule rule, DateTimeOffset now)
    {
        _ = fields.OneOf("DATA_TYPE", "access");
        foreach (var (name, present) in ((string, string)[])[("path", rule.Path), ("principal_type", rule.PrincipalType), ("principal", rule.Principal)])
        {
            if (fields.AnyText(name).Or(present) != present)
            {
                fields.Reject(name, "cannot be changed; delete the rule and make another one.");
            }
        }

        var permissions = Permissions(fields);
        var expires = Expiration(fields, now);
        return present => present with { Permissions = permissions.Or(present.Permissions), ExpirationDate = expires.Or(present.ExpirationDate) };
    }

    private static Field<string> Permissions(Fields fields) => fields.OneOf("permissions", "r", "rw");

    private static string Principal(Fields fields, string? type, PrincipalDirectory principals)
    {
        if (type is AccessRule.AllAuthenticatedUsers or AccessRule.Anonymous)
        {
            if (fields.AnyText("principal").Or("") is { Length: > 0 })
            {
                fields.Reject("principal", $"must be empty for {type}.");
            }

            return "";
        }

        var id = fields.Id("principal", required: true);
        if (type is not null && id.IsSet && principals.FindProblem(type, id.Value) is { } problem)
        {
            fields.Reject("principal", problem);
        }

        return id.Value.ToString();
    }

    private static string Path(Fields fields)
    {
        var text = fields.Text("path").Or("/");
        if (text is not ['/', ..] || !CollectionPath.TryParse(text, out var path, out _) || path.IsHome)
        {
            fields.Reject("path", "must be an absolute path in the collection without '..' in it, with a slash at its end for a folder.");
            return text;
        }

        return path.NamesFolder ? path.FolderText : path.Text;
    }

    private static Field<DateTimeOffset?> Expiration(Fields fields, DateTimeOffset now)
    {
        var text = fields.NullableText("expiration_date");
        if (text.Value is null)
        {
            return new(text.IsSet, null);
        }

        if (!DateTimeOffset.TryParse(text.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expires) || expires <= now)
        {
            fields.Reject("expiration_date", "must be a time to come, such as 2026-03-01T12:00:00+00:00.");
        }

        return new(true, expires.ToUniversalTime());
    }
}
