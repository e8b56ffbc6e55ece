using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TransferStage;

namespace Globus.Extensions.Emulator.Tests.Transfer;

public sealed class DeleteTests
{
    [Fact]
    public async Task Files_and_folders_are_deleted()
    {
        await using var stage = await StartFilledAsync();

        var task = await stage.RunAsync(stage.Delete($"{DeleteItem("/a.txt")},{DeleteItem("/folder/")}", ""","recursive":true,"label":"Clean" """));

        task.GetProperty("status").GetString().ShouldBe("SUCCEEDED", task.ToString());
        Tree(stage.Destination).ShouldBe(".a.txt [b].txt b.txt");
        task.GetProperty("type").GetString().ShouldBe("DELETE");
        task.GetProperty("source_endpoint_id").GetString().ShouldBe(stage.DestinationId);
        task.GetProperty("destination_endpoint_id").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        task.GetProperty("recursive_symlinks").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        task.GetProperty("files").GetInt32().ShouldBe(3);
        task.GetProperty("directories").GetInt32().ShouldBe(2);
        task.GetProperty("subtasks_pending").GetInt32().ShouldBe(0);
        (await stage.EventsAsync(task.GetProperty("task_id").GetString()!)).ShouldBe("STARTED PROGRESS SUCCEEDED");
    }

    [Theory]
    [InlineData("/folder", "", "IS_A_DIRECTORY")]
    [InlineData("/missing", "", "FILE_NOT_FOUND")]
    [InlineData("/a.txt/below", "", "NOT_A_DIRECTORY")]
    [InlineData("/", ",\"recursive\":true", "PERMISSION_DENIED")]
    [InlineData("/~/", ",\"recursive\":true", "PERMISSION_DENIED")]
    [InlineData("/*.csv", ",\"interpret_globs\":true", "FILE_NOT_FOUND")]
    [InlineData("/*.txt", "", "FILE_NOT_FOUND")]
    [InlineData("/\\\\.", ",\"recursive\":true,\"interpret_globs\":true", "INVALID_PATH_NAME")]
    [InlineData("/folder/\\\\..", ",\"recursive\":true,\"interpret_globs\":true", "INVALID_PATH_NAME")]
    public async Task What_cannot_be_deleted_ends_the_task(string path, string fields, string code)
    {
        await using var stage = await StartFilledAsync();
        var before = Tree(stage.Destination);

        var task = await stage.RunAsync(stage.Delete(DeleteItem(path), fields));

        task.GetProperty("fatal_error").GetProperty("code").GetString().ShouldBe(code);
        Tree(stage.Destination).ShouldBe(before);
    }

    [Fact]
    public async Task What_is_missing_can_be_ignored()
    {
        await using var stage = await StartFilledAsync();

        var task = await stage.RunAsync(stage.Delete($"{DeleteItem("/missing")},{DeleteItem("/no/such")},{DeleteItem("/a.txt")}", ""","ignore_missing":true"""));

        task.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        File.Exists(stage.Destination.At("a.txt")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("/*.txt", ".a.txt folder/c.txt folder/deep/d.txt")]
    [InlineData("/[ab].txt", ".a.txt [b].txt folder/c.txt folder/deep/d.txt")]
    [InlineData("/\\\\[b].txt", ".a.txt a.txt b.txt folder/c.txt folder/deep/d.txt")]
    [InlineData("/.?.txt", "[b].txt a.txt b.txt folder/c.txt folder/deep/d.txt")]
    [InlineData("/folder/*", ".a.txt [b].txt a.txt b.txt")]
    public async Task A_pattern_is_expanded_in_the_last_name(string path, string left)
    {
        await using var stage = await StartFilledAsync();

        var task = await stage.RunAsync(stage.Delete(DeleteItem(path), ""","interpret_globs":true,"recursive":true"""));

        task.GetProperty("status").GetString().ShouldBe("SUCCEEDED", task.ToString());
        Tree(stage.Destination).ShouldBe(left);
    }

    [Fact]
    public async Task A_delete_needs_an_item()
    {
        await using var stage = await StartAsync();

        var empty = await stage.User.PostAsync("delete", stage.Delete(""));
        var item = await stage.User.PostAsync("delete", stage.Delete("""{"path":"/../x"}"""));

        empty["code"].ShouldBe("BadRequest");
        item["message"].ShouldContain("Item 0");
    }

    private static async Task<TransferStage> StartFilledAsync()
    {
        var stage = await StartAsync();
        foreach (var file in ".a.txt a.txt b.txt [b].txt folder/c.txt folder/deep/d.txt".Split(' '))
        {
            stage.Destination.Write(file, "x");
        }

        return stage;
    }
}
