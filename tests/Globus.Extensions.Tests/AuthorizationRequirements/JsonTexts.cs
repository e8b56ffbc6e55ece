using FsCheck;
using FsCheck.Fluent;

namespace Globus.Extensions.Tests.AuthorizationRequirements;

/// <summary>Random JSON documents that speak the language of error responses: right names, any value behind them.</summary>
internal static class JsonTexts
{
    private static readonly string[] Names =
    [
        "code", "message", "detail", "title", "request_id", "id", "errors", "error", "error_description", "authorization_parameters",
        "required_scopes", "required_scope", "unapproved_scopes", "session_message", "session_required_identities",
        "session_required_policies", "session_required_single_domain", "session_required_mfa", "prompt", "description", "extra",
        "access_token", "client_secret", "grant_type", "", "\\ud800", "\\u0000", "é",
    ];

    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "-1.5e300", "123456789012345678901234567890", "\"\"", "\"text\"", "\"a,b\"", "\"login\"",
        "\"ConsentRequired\"", "\"dependent_consent_required\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\ud83d\\ude00\"", "\"\\u0000\\n\"",
        "\"Bearer abcdefghij0123456789\"", "\"access_token=abc&code=\"", "\"{\\\"client_secret\\\": \\\"\"", "\"token: [\"",
    ];

    public static Arbitrary<string> Arbitrary { get; } = Gen.Sized(size => Value(Math.Min(size, 6))).ToArbitrary();

    private static Gen<string> Value(int depth)
    {
        var scalar = Gen.Elements(Scalars);
        if (depth == 0)
        {
            return scalar;
        }

        var inner = Value(depth / 2);
        var array = inner.ListOf().Select(static items => $"[{string.Join(',', items.Take(4))}]");
        var member = Gen.Elements(Names).SelectMany(name => inner.Select(value => $"\"{name}\":{value}"));
        var item = member.ListOf().Select(static members => $"{{{string.Join(", ", members.Take(6))}}}");
        return Gen.Frequency((2, scalar), (2, array), (5, item));
    }
}
