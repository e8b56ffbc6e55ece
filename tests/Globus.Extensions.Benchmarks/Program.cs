// dotnet run -c Release --project tests/Globus.Extensions.Benchmarks -- --filter '*Scope*'   (BenchmarkDotNet's arguments; --list flat shows all)
using System.Reflection;
using BenchmarkDotNet.Running;

var summaries = BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);

// BenchmarkDotNet ends with 0 even if a benchmark did not build or run.
return summaries.Any(static summary => summary.HasCriticalValidationErrors || summary.Reports.Any(static report => !report.Success)) ? 1 : 0;
