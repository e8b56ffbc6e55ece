using Globus.Extensions.Services.Transfer;

namespace TransferFiles;

/// <summary>
/// A request as it was about to be submitted, in a file: should this program end before the answer has come, by whatever cause, another run can
/// submit it again, and there is one task all the same.
/// </summary>
internal sealed class PendingSubmission
{
    private PendingSubmission(string path) => FilePath = path;

    public string FilePath { get; }

    /// <summary>What earlier runs have left.</summary>
    public static IReadOnlyList<string> Find(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];

    public static async Task<PendingSubmission> KeepAsync(string folder, TransferRequest request, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Guid.CreateVersion7()}.json");
        await File.WriteAllTextAsync(path, request.ToJson(), cancellationToken);
        return new PendingSubmission(path);
    }

    public static async Task<(PendingSubmission Pending, TransferRequest Request)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return (new PendingSubmission(Path.GetFullPath(path)), TransferRequest.FromJson(await File.ReadAllTextAsync(path, cancellationToken)));
        }
        catch (System.Text.Json.JsonException exception)
        {
            throw new AdviceException($"{path} holds no request of a transfer: {exception.Message}", exception);
        }
    }

    public void Remove() => File.Delete(FilePath);
}
