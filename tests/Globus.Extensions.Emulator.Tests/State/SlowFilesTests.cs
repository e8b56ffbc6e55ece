using System.Runtime.CompilerServices;
using Globus.Extensions.Emulator.Internal.State;
using Globus.Extensions.Emulator.Internal.Transfer.Paths;
using Globus.Extensions.Emulator.Tests.Driving;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;
using static Globus.Extensions.Emulator.Tests.Driving.TransferUser;

namespace Globus.Extensions.Emulator.Tests.State;

public sealed class SlowFilesTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("symlink", "path", "/home/link", "symlink_target", "file1.txt")]
    [InlineData("rename", "old_path", "/home/file1.txt", "new_path", "/home/file9.txt")]
    public async Task An_operation_that_waits_for_a_slow_file_keeps_neither_the_state_nor_other_calls_waiting(
        string operation, string first, string path, string second, string other)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);
        var services = ApplicationOf(driver.Emulator).Services;
        var links = services.GetRequiredService<LinkLock>();
        using var isFast = new ManualResetEventSlim();
        var slow = Task.Run(() => links.Use(() => { isFast.Wait(cancellation); return true; }), cancellation);
        Task<Answer> change;
        try
        {
            await UntilAsync(() => LockOf(links).CurrentReadCount > 0);
            change = user.ChangeAsync(First, operation, (first, path), (second, other));
            await UntilAsync(() => LockOf(links).WaitingWriteCount > 0);
            var saving = Task.Run(() => services.GetRequiredService<StateChanges>().Look(static () => true), cancellation);

            (await saving.WaitAsync(Hang, cancellation)).ShouldBeTrue();
            (await driver.AccessTokenAsync(GroupsAll).WaitAsync(Hang, cancellation)).ShouldNotBeEmpty();
            change.IsCompleted.ShouldBeFalse();
        }
        finally
        {
            isFast.Set();
        }

        await slow;
        (await change).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_application")]
    private static extern ref readonly WebApplication ApplicationOf(GlobusEmulator emulator);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_lock")]
    private static extern ref readonly ReaderWriterLockSlim LockOf(LinkLock links);
}
