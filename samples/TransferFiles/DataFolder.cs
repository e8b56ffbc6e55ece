namespace TransferFiles;

/// <summary>Where this program keeps what outlives a run: for the user alone, in the place that the system has for such things.</summary>
internal static class DataFolder
{
    public static string FullName { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "globus-transfer-sample");
}
