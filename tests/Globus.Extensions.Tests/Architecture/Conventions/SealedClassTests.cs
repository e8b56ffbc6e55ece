namespace Globus.Extensions.Tests.Architecture.Conventions;

public sealed class SealedClassTests
{
    [Theory]
    [MemberData(nameof(ShippedAssemblies.Names), MemberType = typeof(ShippedAssemblies))]
    public void Public_classes_are_sealed_or_can_be_mocked(string assembly) =>
        SealedClassRule.FindViolations(ShippedAssemblies.Symbols(assembly)).ShouldBeEmpty();

    [Theory]
    [InlineData("public class Open;", "Open: neither sealed nor static")]
    [InlineData("public record Model;", "Model: neither sealed nor static")]
    [InlineData("public class Broken : Exception;", "Broken: neither sealed nor static")]
    [InlineData("public class AuthClient { public AuthClient() { } }", "AuthClient: no protected parameterless constructor, so it cannot be mocked")]
    [InlineData("public class AuthClient { private protected AuthClient() { } }", "AuthClient: no protected parameterless constructor, so it cannot be mocked")]
    [InlineData("public class AuthClient { protected AuthClient() { } public void Go() { } }", "AuthClient.Go(): not virtual, so it cannot be mocked")]
    [InlineData("public class AuthClient { protected AuthClient() { } public int Id => 1; }", "AuthClient.Id: not virtual, so it cannot be mocked")]
    [InlineData("public abstract class GlobusPageable<T> { protected GlobusPageable() { } public void Go() { } }", "GlobusPageable<T>.Go(): not virtual, so it cannot be mocked")]
    [InlineData("public class AuthClient { protected AuthClient() { } public virtual Ids Ids => null!; } public class Ids { protected Ids() { } public void Go() { } }", "Ids.Go(): not virtual, so it cannot be mocked")]
    public void Reports_an_open_class(string source, string violation) =>
        Check(source).ShouldBe([violation]);

    [Theory]
    [InlineData("public sealed class Closed; public static class Names; public abstract class Base; internal class Hidden;")]
    [InlineData("public class ApiException : Exception; public sealed class AuthApiException : ApiException;")]
    [InlineData("public abstract class Client { private protected Client() { } public virtual int Id => 1; } public class AuthClient : Client { protected AuthClient() { } public override string ToString() => null!; internal void Go() { } }")]
    [InlineData("public class AuthClient { protected AuthClient() { } public virtual Ids Ids => null!; } public class Ids { protected Ids() { } public virtual void Go() { } public static void Help() { } }")]
    public void Allows_what_is_closed_and_what_can_be_mocked(string source) =>
        Check(source).ShouldBeEmpty();

    private static IEnumerable<string> Check(string source) => SealedClassRule.FindViolations(Example.Compile(source).Symbols);
}
