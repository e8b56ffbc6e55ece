namespace Globus.Extensions.Tests.Architecture.Conventions;

public sealed class AsyncMethodTests
{
    [Theory]
    [MemberData(nameof(ShippedAssemblies.Names), MemberType = typeof(ShippedAssemblies))]
    public void Async_methods_say_so_and_can_be_cancelled(string assembly) =>
        AsyncMethodRule.FindViolations(ShippedAssemblies.Symbols(assembly)).ShouldBeEmpty();

    [Theory]
    [InlineData("public Task Get(CancellationToken cancellationToken = default) => null!;", "its name does not end in Async")]
    [InlineData("public ValueTask<int> Get(CancellationToken cancellationToken = default) => default;", "its name does not end in Async")]
    [InlineData("public GlobusPageable<int> List() => null!;", "its name does not end in Async")]
    [InlineData("public void GetAsync() { }", "its name ends in Async, but nothing can be awaited")]
    [InlineData("public Task GetAsync() => null!;", "takes no CancellationToken")]
    [InlineData("protected ValueTask<int> GetAsync() => default;", "takes no CancellationToken")]
    [InlineData("public IAsyncEnumerable<int> GetAsync() => null!;", "takes no CancellationToken")]
    [InlineData("public Task GetAsync(CancellationToken cancellationToken = default, int limit = 1) => null!;", "cancellationToken does not come last")]
    [InlineData("public void Get(CancellationToken token = default) { }", "token is not named cancellationToken")]
    [InlineData("public Task GetAsync(CancellationToken cancellationToken) => null!;", "cancellationToken has no default")]
    public void Reports_another_shape(string member, string violation) =>
        Check(member).ShouldHaveSingleItem().ShouldEndWith(": " + violation);

    [Theory]
    [InlineData("public Task GetAsync(int id, CancellationToken cancellationToken = default) => null!;")]
    [InlineData("public GlobusPageable<int> ListAsync(string filter) => null!;")]
    [InlineData("protected virtual Task SendAsync(int id, CancellationToken cancellationToken) => null!;")]
    [InlineData("public ValueTask DisposeAsync() => default;")]
    [InlineData("public override Task FlushAsync(CancellationToken stop) => null!;")]
    [InlineData("internal Task Get() => null!;")]
    public void Allows_the_usual_shape_and_that_of_other_libraries(string member) =>
        Check(member).ShouldBeEmpty();

    private static IEnumerable<string> Check(string member) => AsyncMethodRule.FindViolations(Example.Compile(
        $$"""
        public abstract class GlobusPageable<T> : IAsyncEnumerable<T>
        {
            public abstract IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken stop = default);
            public abstract IAsyncEnumerable<T[]> AsPages(string? marker = null);
            public static GlobusPageable<T> FromPages(IEnumerable<T[]> pages) => null!;
        }

        public abstract class Sample : System.IO.MemoryStream, IAsyncDisposable { {{member}} }
        """).Symbols);
}
