using System.Net;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Tests.Pipeline;

/// <summary>The table of design.md, row by row.</summary>
public sealed class ResendRulesTests
{
    public static TheoryData<string, string, bool, bool, bool, bool, bool> Table => new()
    {
        // method, kind, not sent, ambiguous, 429, 503 with Retry-After, 503 without
        { "GET", nameof(RequestReplay.ByMethod), true, true, true, true, true },
        { "HEAD", nameof(RequestReplay.ByMethod), true, true, true, true, true },
        { "PUT", nameof(RequestReplay.ByMethod), true, true, true, true, true },
        { "DELETE", nameof(RequestReplay.ByMethod), true, true, true, true, true },
        { "POST", nameof(RequestReplay.Harmless), true, true, true, true, true },
        { "POST", nameof(RequestReplay.ByMethod), true, false, true, true, false },
        { "PATCH", nameof(RequestReplay.ByMethod), true, false, true, true, false },
        { "POST", nameof(RequestReplay.RefreshGrant), true, true, true, true, true },
        { "POST", nameof(RequestReplay.AuthorizationCodeGrant), true, false, false, false, false },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void What_is_sent_twice(string method, string kind, bool notSent, bool ambiguous, bool tooMany, bool unavailableUntil, bool unavailable)
    {
        var replay = Enum.Parse<RequestReplay>(kind);
        bool ShouldResend(FailureKind failure) => ResendRules.ShouldResend(new HttpMethod(method), replay, failure, earlierRetries: 0);

        ShouldResend(FailureKind.NotSent).ShouldBe(notSent);
        ShouldResend(FailureKind.Ambiguous).ShouldBe(ambiguous);
        ShouldResend(FailureKind.TooManyRequests).ShouldBe(tooMany);
        ShouldResend(FailureKind.UnavailableUntil).ShouldBe(unavailableUntil);
        ShouldResend(FailureKind.Unavailable).ShouldBe(unavailable);
        ShouldResend(FailureKind.None).ShouldBeFalse();
    }

    [Fact]
    public void A_refresh_is_sent_once_more_at_most_when_it_may_have_been_carried_out() =>
        ResendRules.ShouldResend(HttpMethod.Post, RequestReplay.RefreshGrant, FailureKind.Ambiguous, earlierRetries: 1).ShouldBeFalse();

    [Fact]
    public void Nothing_is_sent_more_often_than_the_limit() =>
        ResendRules.ShouldResend(HttpMethod.Get, RequestReplay.ByMethod, FailureKind.NotSent, ResendRules.MaxRetries).ShouldBeFalse();

    [Theory]
    [InlineData(200, nameof(FailureKind.None))]
    [InlineData(400, nameof(FailureKind.None))]
    [InlineData(401, nameof(FailureKind.None))]
    [InlineData(408, nameof(FailureKind.None))]
    [InlineData(429, nameof(FailureKind.TooManyRequests))]
    [InlineData(500, nameof(FailureKind.Ambiguous))]
    [InlineData(501, nameof(FailureKind.None))]
    [InlineData(502, nameof(FailureKind.Ambiguous))]
    [InlineData(503, nameof(FailureKind.Unavailable))]
    [InlineData(504, nameof(FailureKind.Ambiguous))]
    public void What_a_status_means(int status, string failure)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);

        ResendRules.Classify(response, null).ShouldBe(Enum.Parse<FailureKind>(failure));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, nameof(FailureKind.NotSent))]
    [InlineData(HttpRequestError.NameResolutionError, nameof(FailureKind.NotSent))]
    [InlineData(HttpRequestError.SecureConnectionError, nameof(FailureKind.None))]
    [InlineData(HttpRequestError.ResponseEnded, nameof(FailureKind.Ambiguous))]
    [InlineData(HttpRequestError.Unknown, nameof(FailureKind.Ambiguous))]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded, nameof(FailureKind.None))]
    public void What_a_connection_failure_means(HttpRequestError error, string failure) =>
        ResendRules.Classify(null, new HttpRequestException(error)).ShouldBe(Enum.Parse<FailureKind>(failure));
}
