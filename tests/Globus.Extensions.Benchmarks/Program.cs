// dotnet run -c Release --project tests/Globus.Extensions.Benchmarks -- --filter '*Scope*'   (BenchmarkDotNet's arguments; --list flat shows all)
// dotnet run -c Release --project tests/Globus.Extensions.Benchmarks -- identity-map         (a load program)
// dotnet run -c Release --project tests/Globus.Extensions.Benchmarks -- storage [FOLDER]     (a load program)
// dotnet run -c Release --project tests/Globus.Extensions.Benchmarks -- emulator-copy        (another one)
// dotnet run -c Release --project tests/Globus.Extensions.Benchmarks -- transfer-list        (another one)
// dotnet run -c Release --project tests/Globus.Extensions.Benchmarks -- transfer-submit      (another one)
using System.Reflection;
using BenchmarkDotNet.Running;
using Globus.Extensions.Benchmarks;

if (args is ["identity-map"])
{
    return await IdentityLookups.RunAsync();
}

if (args is ["transfer-list"])
{
    return await TransferLists.RunAsync();
}

if (args is ["transfer-submit"])
{
    return await TransferSubmissions.RunAsync();
}

if (args is ["storage", ..])
{
    return await StorageLoad.RunAsync(args.ElementAtOrDefault(1));
}

if (args is ["emulator-copy"])
{
    return await EmulatorCopy.RunAsync();
}

var summaries = BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);

// BenchmarkDotNet ends with 0 even if a benchmark did not build or run.
return summaries.Any(static summary => summary.HasCriticalValidationErrors || summary.Reports.Any(static report => !report.Success)) ? 1 : 0;
