using Globus.Extensions.StorageWorker;
using Globus.Extensions.Tokens;

namespace Globus.Extensions.StorageTests.Files;

public sealed class FailingStepTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("json", "The JSON token storage")]
    [InlineData("native-apps", "The native-apps token storage")]
    public async Task A_failure_at_any_step_is_reported_and_leaves_the_old_file(string storage, string name)
    {
        var path = _directory["tokens"];
        await Storages.Open(storage, path).StoreAsync(Storages.Generation(1), Cancellation);
        var before = await File.ReadAllBytesAsync(path, Cancellation);
        List<string> failed = [];
        while (true)
        {
            var steps = new FailingSteps(failed.Count + 1);
            TokenStorageException error;
            try
            {
                await Storages.Open(storage, path, steps).StoreAsync(Storages.Generation(2), Cancellation);
                break;
            }
            catch (TokenStorageException caught)
            {
                error = caught;
            }

            failed.Add(steps.Failed.ShouldNotBeNull());
            error.Message.ShouldStartWith(name);
            error.Message.ShouldContain(path);
            error.Message.ShouldContain("No space left on device");
            error.Location.ShouldBe(path);
            (await File.ReadAllBytesAsync(path, Cancellation)).ShouldBe(before);
            _directory.FileNames.ShouldBe(["tokens", "tokens.lock"]);
        }

        failed.ShouldBe(["CreateDirectory", "TryOpenLock", "Read", "CreateTemporary", "WriteAsync", "Flush", "Replace"]);
        Storages.GenerationOf(await Storages.Open(storage, path).GetAllAsync(Cancellation)).ShouldBe(2);
    }

    public void Dispose() => _directory.Dispose();
}
