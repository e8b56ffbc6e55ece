using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Authorization;

namespace Globus.Extensions.Emulator.Internal.Clients;

/// <summary>Reads what a body says about a client.</summary>
internal static class ClientChanges
{
    /// <summary>The type of a new client: by name, or by whether it is public; one of the two has to be there.</summary>
    public static string ReadType(Fields fields)
    {
        var type = fields.OneOf("client_type", ClientTypes.All);
        var isPublic = fields.Flag("public_client");
        if (fields.Has("client_type") == fields.Has("public_client"))
        {
            fields.Reject("client_type", "or public_client must be there, and not both.");
        }

        return type.Or(ClientTypes.Of(isPublic.Value));
    }

    /// <summary>The client as it will be. What the service sets by other means cannot be changed here.</summary>
    public static ClientDocument Apply(Fields fields, ClientDocument present, bool isNew)
    {
        var client = present with
        {
            Name = fields.Text("name", isNew).Or(present.Name),
            Visibility = fields.OneOf("visibility", "public", "private").Or(present.Visibility),
            RedirectUris = fields.Texts("redirect_uris").Or(present.RedirectUris),
            Fqdns = fields.Texts("fqdns").Or(present.Fqdns),
            Links = ReadLinks(fields, present.Links),
            RequiredIdp = fields.NullableId("required_idp").Or(present.RequiredIdp),
            PreselectIdp = fields.NullableId("preselect_idp").Or(present.PreselectIdp),
            PromptForNamedGrant = fields.Flag("prompt_for_named_grant").Or(present.PromptForNamedGrant),
            UserinfoFromEffectiveIdentity = fields.Flag("userinfo_from_effective_identity").Or(present.UserinfoFromEffectiveIdentity),
        };
        if (client.RedirectUris.FirstOrDefault(static uri => !RedirectUriRules.IsWellFormed(uri)) is { } malformed)
        {
            fields.Reject("redirect_uris", $"holds '{malformed}', which is not an absolute URI of ASCII characters without a fragment.");
        }

        if (client.Fqdns.FirstOrDefault(static name => Uri.CheckHostName(name) != UriHostNameType.Dns) is { } notAName)
        {
            fields.Reject("fqdns", $"holds '{notAName}', which is not a domain name.");
        }

        return client;
    }

    /// <summary>Refuses to change what a client is from its first day on.</summary>
    public static void CheckUnchanged(Fields fields, ClientDocument present)
    {
        if (fields.OneOf("client_type", ClientTypes.All).Or(present.ClientType) != present.ClientType)
        {
            fields.Reject("client_type", "cannot be changed.");
        }

        if (fields.Flag("public_client").Or(present.PublicClient) != present.PublicClient)
        {
            fields.Reject("public_client", "cannot be changed.");
        }

        if (fields.NullableId("project").Or(present.Project) != present.Project)
        {
            fields.Reject("project", "cannot be changed.");
        }
    }

    private static ClientLinks ReadLinks(Fields fields, ClientLinks present)
    {
        if (fields.Object("links") is not { } inner)
        {
            return present;
        }

        var links = new ClientLinks(
            inner.NullableText("terms_and_conditions").Or(present.TermsAndConditions),
            inner.NullableText("privacy_policy").Or(present.PrivacyPolicy));
        fields.Adopt(inner);
        if (links.TermsAndConditions is null != links.PrivacyPolicy is null)
        {
            fields.Reject("links", "must hold both terms_and_conditions and privacy_policy, or neither.");
        }

        return links;
    }
}
