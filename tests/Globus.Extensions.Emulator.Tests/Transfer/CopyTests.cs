using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;
using static Globus.Extensions.Emulator.Tests.Driving.TransferStage;

namespace Globus.Extensions.Emulator.Tests.Transfer;

public sealed class CopyTests
{
    [Fact]
    public async Task A_file_is_copied_byte_by_byte()
    {
        await using var stage = await StartAsync();
        var bytes = RandomNumberGenerator.GetBytes(700_001);
        await File.WriteAllBytesAsync(stage.Source.At("data.bin"), bytes, TestContext.Current.CancellationToken);

        var task = await stage.TransferAsync(Item("/~/data.bin", "/new/folders/copy.bin"), ""","verify_checksum":true,"label":"One file" """);

        (await File.ReadAllBytesAsync(stage.Destination.At("new", "folders", "copy.bin"), TestContext.Current.CancellationToken)).ShouldBe(bytes);
        task.GetProperty("label").GetString().ShouldBe("One file");
        Count(task, "files").ShouldBe(1);
        Count(task, "files_transferred").ShouldBe(1);
        Count(task, "directories").ShouldBe(0);
        Count(task, "bytes_transferred").ShouldBe(bytes.Length);
        Count(task, "bytes_checksummed").ShouldBe(bytes.Length);
        Count(task, "subtasks_total").ShouldBe(2);
        Count(task, "subtasks_succeeded").ShouldBe(2);
        Count(task, "subtasks_pending").ShouldBe(0);
        task.GetProperty("is_ok").ValueKind.ShouldBe(JsonValueKind.Null);
        task.GetProperty("nice_status").ValueKind.ShouldBe(JsonValueKind.Null);
        task.GetProperty("completion_time").GetString().ShouldNotBeNull().ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$");
        (await stage.EventsAsync(Id(task))).ShouldBe("STARTED PROGRESS SUCCEEDED");
        var success = (await stage.User.GetAsync($"task/{Id(task)}/successful_transfers")).Json.GetProperty("DATA")[0];
        success.GetProperty("source_path").GetString().ShouldBe("/~/data.bin");
        success.GetProperty("destination_path").GetString().ShouldBe("/new/folders/copy.bin");
        success.GetProperty("checksum").GetString().ShouldBe(Convert.ToHexStringLower(CryptographicOperations.HashData(HashAlgorithmName.MD5, bytes)));
        success.GetProperty("checksum_algorithm").GetString().ShouldBe("MD5");
    }

    [Fact]
    public async Task The_contents_of_a_folder_go_into_the_other_folder()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("top/a.txt", "aa");
        stage.Source.Write("top/.hidden", "h");
        stage.Source.Write("top/empty.txt", "");
        stage.Source.Write("top/deep/er/b.txt", "bbb");
        Directory.CreateDirectory(stage.Source.At("top", "nothing"));
        stage.Destination.Write("into/other.txt", "stays");

        var task = await stage.TransferAsync(Item("/top/", "/into/", ",\"recursive\":true"));

        Tree(stage.Destination).ShouldBe("into/.hidden into/a.txt into/deep/er/b.txt into/empty.txt into/other.txt");
        Directory.Exists(stage.Destination.At("into", "nothing")).ShouldBeTrue();
        (await File.ReadAllTextAsync(stage.Destination.At("into", "deep", "er", "b.txt"), TestContext.Current.CancellationToken)).ShouldBe("bbb");
        Count(task, "files").ShouldBe(4);
        Count(task, "directories").ShouldBe(4);
        Count(task, "bytes_transferred").ShouldBe(6);
        Count(task, "subtasks_total").ShouldBe(9);
        Count(task, "subtasks_succeeded").ShouldBe(9);
    }

    [Fact]
    public async Task A_folder_is_recognised_without_being_told()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a/b.txt", "b");

        await stage.TransferAsync(Item("/", "/everything"));

        Tree(stage.Destination).ShouldBe("everything/a/b.txt");
    }

    [Theory]
    [InlineData("/folder", "/x", ",\"recursive\":false", "IS_A_DIRECTORY")]
    [InlineData("/a.txt", "/x", ",\"recursive\":true", "NOT_A_DIRECTORY")]
    [InlineData("/a.txt/", "/x", "", "NOT_A_DIRECTORY")]
    [InlineData("/missing", "/x", "", "FILE_NOT_FOUND")]
    [InlineData("/missing/x", "/x", "", "FILE_NOT_FOUND")]
    [InlineData("/a.txt/below", "/x", "", "NOT_A_DIRECTORY")]
    [InlineData("/a.txt", "/present", "", "IS_A_DIRECTORY")]
    [InlineData("/a.txt", "/", "", "IS_A_DIRECTORY")]
    [InlineData("/a.txt", "/file.txt/below", "", "NOT_A_DIRECTORY")]
    [InlineData("/folder", "/file.txt", "", "NOT_A_DIRECTORY")]
    [InlineData("/folder", "/x", ",\"external_checksum\":\"00\"", "IS_A_DIRECTORY")]
    public async Task What_cannot_be_copied_ends_the_task(string from, string to, string more, string code)
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "a");
        stage.Source.Write("folder/b.txt", "b");
        stage.Destination.Write("file.txt", "keep");
        Directory.CreateDirectory(stage.Destination.At("present"));

        var task = await stage.RunAsync(stage.Transfer(Item(from, to, more)));

        task.GetProperty("status").GetString().ShouldBe("FAILED");
        task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe(code);
        task.GetProperty("fatal_error").GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
        Count(task, "faults").ShouldBe(1);
        Tree(stage.Destination).ShouldBe("file.txt");
        (await stage.EventsAsync(Id(task))).ShouldBe($"STARTED {code} FAILED");
        (await stage.EventsAsync(Id(task), "?filter=is_error:1")).ShouldBe($"{code} FAILED");
    }

    [Fact]
    public async Task A_file_is_not_destroyed_by_copying_it_onto_itself()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "a");
        stage.Source.Write("f/b.txt", "b");
        var same = stage.Transfer(Item("/a.txt", "/./a.txt")).Replace(stage.DestinationId, stage.SourceId, StringComparison.Ordinal);
        var below = stage.Transfer(Item("/f", "/f/copy")).Replace(stage.DestinationId, stage.SourceId, StringComparison.Ordinal);

        (await stage.RunAsync(same)).GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("INVALID_PATH_NAME");
        (await stage.RunAsync(below)).GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("INVALID_PATH_NAME");
        (await File.ReadAllTextAsync(stage.Source.At("a.txt"), TestContext.Current.CancellationToken)).ShouldBe("a");
        Tree(stage.Source).ShouldBe("a.txt f/b.txt");
    }

    [Theory]
    [InlineData(null, "missing older shorter same-text other-text newer", 6, 0)]
    [InlineData(0, "missing", 1, 5)]
    [InlineData(1, "missing shorter", 2, 4)]
    [InlineData(2, "missing older", 2, 4)]
    [InlineData(3, "missing shorter other-text", 3, 3)]
    public async Task A_sync_level_copies_what_differs(int? level, string copied, int transferred, int skipped)
    {
        await using var stage = await StartAsync();
        var now = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var name in "missing older shorter same-text other-text newer".Split(' '))
        {
            File.SetLastWriteTimeUtc(stage.Source.Write("s/" + name, "source"), now);
            if (name != "missing")
            {
                var text = name switch { "shorter" => "short", "other-text" => "SOURCE", _ => "source" };
                File.SetLastWriteTimeUtc(stage.Destination.Write("d/" + name, text), name == "older" ? now.AddMinutes(-1) : now.AddMinutes(1));
            }
        }

        var task = await stage.TransferAsync(Item("/s", "/d"), $",\"sync_level\":{(level is null ? "null" : $"{level}")}");

        Count(task, "files").ShouldBe(6);
        Count(task, "files_transferred").ShouldBe(transferred);
        Count(task, "files_skipped").ShouldBe(skipped);
        var names = (await stage.User.GetAsync($"task/{Id(task)}/successful_transfers")).Json.GetProperty("DATA").EnumerateArray()
            .Select(static one => one.GetProperty("source_path").GetString()![3..]);
        names.Order(StringComparer.Ordinal).ShouldBe(copied.Split(' ').Order(StringComparer.Ordinal));
        copied.Split(' ').Select(name => File.ReadAllText(stage.Destination.At("d", name))).Distinct().ShouldBe(["source"]);
        Count(task, "bytes_checksummed").ShouldBe(level == 3 ? 4 * 2 * 6 : 0);
    }

    [Fact]
    public async Task The_time_of_a_file_is_kept_on_request()
    {
        await using var stage = await StartAsync();
        var time = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(stage.Source.Write("a.txt", "a"), time);
        File.SetLastWriteTimeUtc(stage.Source.Write("empty.txt", ""), time);

        await stage.TransferAsync(Item("/", "/kept"), ""","preserve_timestamp":true""");
        await stage.TransferAsync(Item("/a.txt", "/new.txt"));

        File.GetLastWriteTimeUtc(stage.Destination.At("kept", "a.txt")).ShouldBe(time);
        File.GetLastWriteTimeUtc(stage.Destination.At("kept", "empty.txt")).ShouldBe(time);
        File.GetLastWriteTimeUtc(stage.Destination.At("new.txt")).Year.ShouldBeGreaterThan(2001);
    }

    [Theory]
    [InlineData("""{"name":"*.log"}""", "a.txt keep/b.txt keep/skip/c.txt")]
    [InlineData("""{"name":"*","type":"file"}""", "")]
    [InlineData("""{"method":"include","name":"*.txt","type":"file"},{"method":"exclude","name":"*","type":"file"}""", "a.txt keep/b.txt keep/skip/c.txt")]
    [InlineData("""{"name":"skip","type":"dir"},{"method":"include","name":"c.txt"}""", "a.log a.txt keep/b.log keep/b.txt")]
    [InlineData("""{"name":"skip","type":"file"}""", "a.log a.txt keep/b.log keep/b.txt keep/skip/c.txt")]
    [InlineData("""{"name":"[!a]*"}""", "a.log a.txt")]
    [InlineData("""{"name":"?.log"},{"name":"[bc].txt"}""", "a.txt")]
    public async Task Filter_rules_decide_what_is_copied(string rules, string copied)
    {
        await using var stage = await StartAsync();
        foreach (var file in "a.log a.txt keep/b.log keep/b.txt keep/skip/c.txt".Split(' '))
        {
            stage.Source.Write(file, "x");
        }

        var task = await stage.TransferAsync(Item("/", "/"), $",\"filter_rules\":[{rules}]");

        Tree(stage.Destination).ShouldBe(copied);
        task.GetProperty("filter_rules")[0].GetProperty("DATA_TYPE").GetString().ShouldBe("filter_rule");
    }

    [Fact]
    public async Task What_the_source_lacks_is_removed_on_request()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("s/a.txt", "a");
        stage.Source.Write("s/sub/b.txt", "b");
        foreach (var file in "d/a.txt d/extra.txt d/sub/extra.txt d/gone/deep/x.txt d/kept.log other.txt".Split(' '))
        {
            stage.Destination.Write(file, "old");
        }

        await stage.TransferAsync(Item("/s", "/d"), ""","delete_destination_extra":true,"filter_rules":[{"name":"*.log"}]""");

        Tree(stage.Destination).ShouldBe("d/a.txt d/kept.log d/sub/b.txt other.txt");
    }

    [Theory]
    [InlineData("/a/b", "/a")]
    [InlineData("/a/b", "/")]
    [InlineData("/a/b/sub", "/a")]
    public async Task A_source_is_not_removed_as_superfluous_in_the_folder_above_it(string from, string to)
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a/b/c.txt", "c");
        stage.Source.Write("a/b/sub/deep/d.txt", "d");
        stage.Source.Write("a/other.txt", "other");
        var document = stage.Transfer(Item(from, to), ""","delete_destination_extra":true""");

        var task = await stage.RunAsync(document.Replace(stage.DestinationId, stage.SourceId, StringComparison.Ordinal));

        task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("INVALID_PATH_NAME");
        Tree(stage.Source).ShouldBe("a/b/c.txt a/b/sub/deep/d.txt a/other.txt");
    }

    [Fact]
    public async Task A_guest_collection_is_not_removed_as_superfluous_on_its_host()
    {
        await using var stage = await StartAsync();
        var guest = stage.User.Folder(TransferUser.Guest);
        Directory.CreateDirectory(Path.Join(guest, "sub"));
        await File.WriteAllTextAsync(Path.Join(guest, "sub", "a.txt"), "a", TestContext.Current.CancellationToken);
        var document = stage.Transfer(Item("/", "/"), ""","delete_destination_extra":true""")
            .Replace(stage.SourceId, TransferUser.Guest, StringComparison.Ordinal)
            .Replace(stage.DestinationId, TransferUser.First, StringComparison.Ordinal);

        var task = await stage.RunAsync(document);

        task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("INVALID_PATH_NAME", task.ToString());
        File.Exists(Path.Join(guest, "sub", "a.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task Source_errors_can_be_skipped()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "a");
        stage.Source.Write("s/b.txt", "b");
        stage.Destination.Write("d/extra.txt", "stays, since nobody knows what is superfluous");

        var task = await stage.TransferAsync(
            $"{Item("/missing", "/m")},{Item("/a.txt", "/a.txt")},{Item("/s", "/d")}", ""","skip_source_errors":true,"delete_destination_extra":true""");

        Tree(stage.Destination).ShouldBe("a.txt d/b.txt d/extra.txt");
        Count(task, "subtasks_skipped_errors").ShouldBe(1);
        Count(task, "subtasks_pending").ShouldBe(0);
        var errors = (await stage.User.GetAsync($"task/{Id(task)}/skipped_errors")).Json;
        errors.GetProperty("next_marker").ValueKind.ShouldBe(JsonValueKind.Null);
        errors.GetProperty("DATA")[0].GetProperty("error_code").GetString().ShouldBe("FILE_NOT_FOUND");
        errors.GetProperty("DATA")[0].GetProperty("source_path").GetString().ShouldBe("/missing");
        (await stage.EventsAsync(Id(task))).ShouldBe(
            "STARTED FILE_NOT_FOUND DELETE_DESTINATION_EXTRA_SKIPPED SKIPPED_ERRORS PROGRESS SUCCEEDED");
    }

    [Theory]
    [InlineData("MD5", true)]
    [InlineData("SHA256", true)]
    [InlineData(null, true)]
    [InlineData("MD5", false)]
    public async Task A_checksum_from_outside_is_compared(string? algorithm, bool isRight)
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "text");
        var text = Encoding.UTF8.GetBytes(isRight ? "text" : "another text");
        var checksum = Convert.ToHexString(algorithm == "SHA256" ? SHA256.HashData(text) : CryptographicOperations.HashData(HashAlgorithmName.MD5, text));
        var name = algorithm is null ? "" : $",\"checksum_algorithm\":\"{algorithm}\"";

        var task = await stage.RunAsync(stage.Transfer(Item("/a.txt", "/a.txt", $",\"external_checksum\":\"{checksum}\"{name}")));

        task.GetProperty("status").GetString().ShouldBe(isRight ? "SUCCEEDED" : "FAILED");
        if (!isRight)
        {
            task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("EXTERNAL_CHECKSUM_MISMATCH");
            Tree(stage.Destination).ShouldBe("");
        }
    }

    [Fact]
    public async Task A_guest_collection_s_rules_hold_for_transfers()
    {
        await using var stage = await StartAsync();
        stage.Source.Write("a.txt", "a");
        var webApp = (await stage.Driver.TokenAsync((WebApp, WebAppSecret), ("grant_type", "client_credentials"), ("scope", TransferAll)))["access_token"];
        var stranger = new TransferUser(stage.Driver, webApp);
        var document = stage.Transfer(Item("/a.txt", "/a.txt")).Replace(stage.DestinationId, TransferUser.Guest, StringComparison.Ordinal);

        var id = (await stranger.PostAsync("transfer", document))["task_id"];
        Answer task;
        do
        {
            task = await stranger.GetAsync($"task/{id}");
        }
        while (task["status"] == "ACTIVE");

        task["status"].ShouldBe("FAILED");
        task.Json.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe("PERMISSION_DENIED");
        File.Exists(stage.User.Folder(TransferUser.Guest, "a.txt")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_pipe_does_not_hold_up_the_emulator()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mkfifo is needed.");
        await using var stage = await StartAsync();
        using (var process = System.Diagnostics.Process.Start("mkfifo", [stage.Source.At("pipe")]))
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var task = await stage.TransferAsync(Item("/", "/"), ""","sync_level":3,"verify_checksum":true""");

        Count(task, "files_transferred").ShouldBe(1);
        new FileInfo(stage.Destination.At("pipe")).Length.ShouldBe(0);
    }

    private static long Count(JsonElement task, string member) => task.GetProperty(member).GetInt64();

    private static string Id(JsonElement task) => task.GetProperty("task_id").GetString()!;
}
