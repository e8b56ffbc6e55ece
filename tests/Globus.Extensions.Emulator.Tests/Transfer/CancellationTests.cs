using Globus.Extensions.Emulator.Internal.Http;
using Globus.Extensions.Emulator.Internal.State;
using Globus.Extensions.Emulator.Internal.Transfer.Collections;
using Globus.Extensions.Emulator.Internal.Transfer.Files;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;
using Globus.Extensions.Emulator.Tests.Driving;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Globus.Extensions.Emulator.Tests.Transfer;

/// <summary>Tasks that are cancelled in the very moment in which they look up a path: the look asks the clock, and this clock cancels.</summary>
public sealed class CancellationTests : IAsyncLifetime
{
    private readonly CancellingTimeProvider _time = new();
    private readonly TestFolder _source = new();
    private readonly TestFolder _destination = new();
    private readonly SemaphoreSlim _slots = new(0);
    private readonly WebApplication _application;
    private readonly EmulatorSeed _seed;

    public CancellationTests()
    {
        var options = new GlobusEmulatorOptions { TimeProvider = _time };
        _seed = EmulatorSeed.CreateDefault() with
        {
            Collections = [new() { DisplayName = "Source", Folder = _source.FullName }, new() { DisplayName = "Destination", Folder = _destination.FullName }],
        };
        _application = EmulatorApplication.Build(options, _seed, ListenSockets.Bind(options));
    }

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _slots.Dispose();
        _source.Dispose();
        _destination.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("new")]
    public async Task What_was_there_stays_when_a_copy_is_whole_but_not_yet_in_its_place(string text)
    {
        _source.Write("a.txt", text);
        _destination.Write("a.txt", "before");
        using var run = NewRun();
        _time.CancelWhen(run, () => Entries().Length == 2);

        await Should.ThrowAsync<OperationCanceledException>(() =>
            Get<FileTransfer>().RunAsync(Open(run), new FileJob(PathOf("/a.txt"), PathOf("/a.txt"), run.Task.Submission.Items[0])).AsTask());

        Entries().ShouldBe([_destination.At("a.txt")]);
        File.ReadAllText(_destination.At("a.txt")).ShouldBe("before");
    }

    [Fact]
    public async Task A_large_folder_of_links_is_left_in_its_middle()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        for (var link = 0; link < 10; link++)
        {
            File.CreateSymbolicLink(_source.At($"{link}"), "nowhere");
        }

        using var run = NewRun();
        _time.CancelWhen(run, () => Entries().Length == 3);

        await Should.ThrowAsync<OperationCanceledException>(() =>
            Get<FolderTransfer>().RunAsync(Open(run), new FolderJob(PathOf("/"), PathOf("/"), run.Task.Submission.Items[0], Above: null)).AsTask());

        Entries().Length.ShouldBe(4);
    }

    private string[] Entries() => Directory.GetFileSystemEntries(_destination.FullName);

    private T Get<T>()
        where T : notnull => _application.Services.GetRequiredService<T>();

    private TaskRun NewRun()
    {
        var submission = new TaskSubmission
        {
            SubmissionId = Guid.NewGuid(),
            Type = TaskTypes.Transfer,
            OwnerId = _seed.Users[0].Id,
            SourceEndpoint = _seed.Collections[0].Id,
            DestinationEndpoint = _seed.Collections[1].Id,
            RecursiveSymlinks = "keep",
            Items = [new TaskItem("/", "/")],
        };
        var task = new TransferTask(Guid.NewGuid(), submission, _time.GetUtcNow(), new TaskProgress { Deadline = _time.GetUtcNow().AddYears(1) });
        return new TaskRun(task, _slots, Get<StateChanges>(), _time, TestContext.Current.CancellationToken);
    }

    private TransferContext Open(TaskRun run) =>
        new(run, Reach(run.Task.Submission.SourceEndpoint), Reach(run.Task.Submission.DestinationEndpoint!.Value));

    private CollectionReach Reach(Guid collection) =>
        Get<CollectionGate>().TryReach(collection, _seed.Users[0].Id, out var reach, out var gone) ? reach : throw new InvalidOperationException(gone.Description);

    private static CollectionPath PathOf(string text) =>
        CollectionPath.TryParse(text, out var path, out var problem) ? path : throw new InvalidOperationException(problem);

    private sealed class CancellingTimeProvider : TimeProvider
    {
        private Action? _onLook;

        public void CancelWhen(TaskRun run, Func<bool> isTime) => _onLook = () =>
        {
            if (isTime())
            {
                run.Cancel();
            }
        };

        public override long GetTimestamp()
        {
            _onLook?.Invoke();
            return base.GetTimestamp();
        }
    }
}
