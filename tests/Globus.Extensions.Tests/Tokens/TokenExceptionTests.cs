using Globus.Extensions.Tokens;

namespace Globus.Extensions.Tests.Tokens;

public sealed class TokenExceptionTests
{
    [Fact]
    public void Each_carries_what_it_is_about_and_says_what_to_do()
    {
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var cause = new InvalidOperationException("cause");

        var missing = new MissingTokenException("a.example");
        var expired = new ExpiredTokenException("a.example", expiresAt);
        var unmet = new UnmetScopeRequirementsException("a.example", ["openid", "email"], ["email"]);
        var mismatch = new IdentityMismatchException("id-1", "id-2");
        var renewal = new TokenRenewalException("a.example", "The refresh token was revoked.", cause);

        missing.ResourceServer.ShouldBe("a.example");
        missing.Message.ShouldContain("Log in first");
        (expired.ResourceServer, expired.ExpiresAt).ShouldBe(("a.example", expiresAt));
        expired.Message.ShouldContain("expired at 2027-01-15 08:00:00Z. Log in again");
        (unmet.RequiredScopes.Count, unmet.MissingScopes.Single()).ShouldBe((2, "email"));
        unmet.Message.ShouldContain("lacks required scopes: email. Log in again");
        (mismatch.StoredIdentityId, mismatch.NewIdentityId).ShouldBe(("id-1", "id-2"));
        mismatch.Message.ShouldContain("or log out first");
        new MissingIdentityException().Message.ShouldContain("'openid'");
        (renewal.ResourceServer, renewal.InnerException).ShouldBe(("a.example", cause));
        renewal.Message.ShouldContain("a login is required. The refresh token was revoked. Log in again.");
    }

    [Fact]
    public void All_about_validation_can_be_caught_together()
    {
        GlobusException[] errors =
        [
            new MissingTokenException("a"), new ExpiredTokenException("a", default), new MissingIdentityException(),
            new UnmetScopeRequirementsException("a", [], []), new IdentityMismatchException("1", "2"),
        ];

        errors.ShouldAllBe(error => error is TokenValidationException);
    }
}
