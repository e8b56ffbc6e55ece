namespace Globus.Extensions.Tests.Architecture.Conventions;

public sealed class PublicExceptionTests
{
    [Fact]
    public void Public_exceptions_derive_from_the_one_base() =>
        PublicExceptionRule.FindViolations(ShippedAssemblies.Symbols("Globus.Extensions")).ShouldBeEmpty();

    [Fact]
    public void Reports_an_exception_with_another_base() =>
        PublicExceptionRule.FindViolations(Example.Compile(
                """
                namespace Globus.Extensions;
                public abstract class GlobusException : Exception;
                public class ApiException : GlobusException;
                public sealed class AuthApiException : ApiException;
                public sealed class StrayException : InvalidOperationException;
                internal sealed class HiddenException : Exception;
                """).Symbols)
            .ShouldBe(["Globus.Extensions.StrayException: does not derive from GlobusException"]);
}
