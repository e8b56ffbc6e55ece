using BenchmarkDotNet.Attributes;
using Globus.Extensions.Scopes;

namespace Globus.Extensions.Benchmarks;

/// <summary>
/// Reading scope strings: a typical one, deep ones and wide ones, and the same at ten times the size, where the time has to grow tenfold. A scope stands for
/// 100,000 names at most, its own included: the widest has 99,999 dependencies.
/// </summary>
[MemoryDiagnoser]
public class ScopeParsingBenchmarks
{
    private const string TransferWithTwoCollections =
        "urn:globus:auth:scope:transfer.api.globus.org:all[*https://auth.globus.org/scopes/6c54cade-bde5-45c1-bdea-f4bd71dba2cc/data_access "
        + "*https://auth.globus.org/scopes/31ce9ba0-176d-45a5-add3-f37d233ba47d/data_access]";

    private static readonly string Deep = Chain(5_000);
    private static readonly string Deeper = Chain(50_000);
    private static readonly string Wide = Siblings(10_000);
    private static readonly string Wider = Siblings(99_999);
    private static readonly Scope Typical = Parse(TransferWithTwoCollections);
    private static readonly Scope Widest = Parse(Wider);

    [Benchmark(Baseline = true)]
    public Scope Transfer_with_two_collections() => Parse(TransferWithTwoCollections);

    [Benchmark]
    public Scope Chain_5_000_deep() => Parse(Deep);

    [Benchmark]
    public Scope Chain_50_000_deep() => Parse(Deeper);

    [Benchmark]
    public Scope Siblings_10_000_wide() => Parse(Wide);

    [Benchmark]
    public Scope Siblings_99_999_wide() => Parse(Wider);

    [Benchmark]
    public string Printing_transfer_with_two_collections() => Typical.ToString();

    [Benchmark]
    public string Printing_99_999_siblings() => Widest.ToString();

    private static Scope Parse(string text) => Scope.Parse(text);

    private static string Chain(int length) => string.Join('[', Enumerable.Range(0, length).Select(static i => $"scope{i}")) + new string(']', length - 1);

    private static string Siblings(int count) => $"root[{string.Join(' ', Enumerable.Range(0, count).Select(static i => $"scope{i}"))}]";
}
