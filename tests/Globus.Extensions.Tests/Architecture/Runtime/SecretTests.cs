using System.Reflection;

namespace Globus.Extensions.Tests.Architecture.Runtime;

public sealed class SecretTests
{
    [Theory]
    [MemberData(nameof(ShippedAssemblies.Names), MemberType = typeof(ShippedAssemblies))]
    public void No_type_shows_its_secrets_in_its_text(string assembly) =>
        FindViolations(Assembly.Load(assembly)).ShouldBeEmpty();

    [Theory]
    [InlineData("sealed record Leak(string AccessToken);", "Leak: ToString() shows a secret")]
    [InlineData("sealed record Leak { public required string RefreshToken { get; init; } }", "Leak: ToString() shows a secret")]
    [InlineData("record struct Leak(string? MyClientSecret);", "Leak: ToString() shows a secret")]
    [InlineData("record Leak(string CodeVerifier); sealed record Holder(int Id) { Leak? _leak; public Leak? Leak => _leak; }", "Leak: ToString() shows a secret")]
    [InlineData("sealed record Leak(System.Net.Http.Headers.AuthenticationHeaderValue Header);", "Leak: ToString() shows a secret")]
    [InlineData("readonly record struct IdToken(string Value);", "IdToken: ToString() shows a secret")]
    [InlineData("sealed class Leak(string password) { public override string ToString() => password; }", "Leak: ToString() shows a secret")]
    [InlineData("sealed class Leak(string password, Version all) { public override string ToString() => password + all.Major; }", "Leak: ToString() fails: NullReferenceException")]
    public void Reports_a_type_that_does(string source, string violation) =>
        Check(source).ShouldContain(violation);

    [Fact]
    public void Reports_a_code_where_codes_log_in() =>
        Check("namespace Globus.Extensions.OAuth.Internal; sealed record Grant(string Code);").ShouldHaveSingleItem();

    [Theory]
    [InlineData("sealed record Shut(string AccessToken) { public override string ToString() => nameof(Shut); }")]
    [InlineData("sealed class Plain(string accessToken) { public string AccessToken { get; } = accessToken; }")]
    [InlineData("sealed class Many(string password, int[] a, IReadOnlyList<int> b, IDictionary<int, int> c, Uri d) { public override string ToString() => $\"{password.Length} {a.Length} {b.Count} {c.Count} {d.Host}\"; }")]
    [InlineData("sealed record Error(string Code, string Message);")]
    [InlineData("abstract record Base(string AccessToken);")]
    public void Allows_types_that_keep_them(string source) =>
        Check(source).ShouldBeEmpty();

    private static IEnumerable<string> Check(string source) => FindViolations(Example.Compile(source).Load());

    private static IEnumerable<string> FindViolations(Assembly assembly) =>
        assembly.GetTypes().Where(SecretMarker.CanMake).Select(Violation).OfType<string>();

    private static string? Violation(Type type)
    {
        if (SecretMarker.TryMake(type) is not { } made)
        {
            return null;
        }

        try
        {
            return made.ToString()!.Contains(SecretMarker.Text, StringComparison.Ordinal) ? $"{type.FullName}: ToString() shows a secret" : null;
        }
        catch (Exception error)
        {
            return $"{type.FullName}: ToString() fails: {error.GetType().Name}";
        }
    }
}
