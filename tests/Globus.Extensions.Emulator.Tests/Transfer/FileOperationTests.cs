using System.Net;
using System.Text.Json;
using Globus.Extensions.Emulator.Tests.Driving;
using static Globus.Extensions.Emulator.Tests.Driving.TestClients;
using static Globus.Extensions.Emulator.Tests.Driving.TransferUser;

namespace Globus.Extensions.Emulator.Tests.Transfer;

public sealed class FileOperationTests
{
    [Fact]
    public async Task A_listing_says_what_is_there()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var answer = await user.ListAsync(First, "/~/home/");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer["DATA_TYPE"].ShouldBe("file_list");
        answer["endpoint"].ShouldBe(First);
        answer["path"].ShouldBe("/~/home/");
        answer["absolute_path"].ShouldBe("/home/");
        answer.Json.GetProperty("total").GetInt32().ShouldBe(4);
        var file = answer.Json.GetProperty("DATA")[0];
        file.GetProperty("name").GetString().ShouldBe("file1.txt");
        file.GetProperty("type").GetString().ShouldBe("file");
        file.GetProperty("size").GetInt64().ShouldBe(4);
        file.GetProperty("link_target").ValueKind.ShouldBe(JsonValueKind.Null);
        file.GetProperty("last_modified").GetString().ShouldNotBeNull().ShouldMatch(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+00:00$");
        file.GetProperty("permissions").GetString().ShouldNotBeNull().ShouldMatch("^0[0-7]{3}$");
        answer.Json.GetProperty("DATA")[3].GetProperty("type").GetString().ShouldBe("dir");
    }

    [Theory]
    [InlineData("&filter=name:~*2.txt", "file2.txt")]
    [InlineData("&filter=name:file1.txt,file3.txt", "file1.txt file3.txt")]
    [InlineData("&filter=name:=file1.txt", "file1.txt")]
    [InlineData("&filter=name:!file1.txt/type:file", "file2.txt file3.txt")]
    [InlineData("&filter=name:!~*.txt", "results")]
    [InlineData("&filter=type:dir&filter=name:file1.txt", "file1.txt results")]
    [InlineData("&filter=size:>4/type:file", "file3.txt")]
    [InlineData("&filter=size:%3C%3D4", "file1.txt file2.txt")]
    [InlineData("&filter=last_modified:,2001-01-01", "")]
    [InlineData("&filter=last_modified:2001-01-01,", "file1.txt file2.txt file3.txt results")]
    [InlineData("&filter=link_target:", "file1.txt file2.txt file3.txt results")]
    [InlineData("&orderby=name DESC", "results file3.txt file2.txt file1.txt")]
    [InlineData("&orderby=type,size DESC,name", "results file3.txt file1.txt file2.txt")]
    [InlineData("&limit=2", "file1.txt file2.txt")]
    [InlineData("&limit=2&offset=3", "results")]
    [InlineData("&limit=0", "")]
    public async Task A_listing_is_filtered_ordered_and_cut(string query, string names)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        (await user.NamesAsync(First, "/home", query)).ShouldBe(names);
    }

    [Theory]
    [InlineData("&filter=nonsense")]
    [InlineData("&filter=colour:red")]
    [InlineData("&filter=size:big")]
    [InlineData("&filter=size:>>1")]
    [InlineData("&filter=last_modified:yesterday")]
    [InlineData("&filter=last_modified:2001,2002,2003")]
    [InlineData("&filter=name:a//type:dir")]
    [InlineData("&orderby=colour")]
    [InlineData("&orderby=name UP")]
    [InlineData("&orderby=,")]
    [InlineData("&limit=-1")]
    [InlineData("&limit=100001")]
    [InlineData("&limit=many")]
    [InlineData("&offset=-1")]
    [InlineData("&show_hidden=perhaps")]
    [InlineData("&local_user=ada")]
    public async Task A_malformed_query_is_400(string query)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var answer = await user.ListAsync(First, "/home/", query);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer["code"].ShouldBe("BadRequest");
    }

    [Theory]
    [InlineData("", ".profile home shared")]
    [InlineData("&show_hidden=1", ".profile home shared")]
    [InlineData("&show_hidden=True", ".profile home shared")]
    [InlineData("&show_hidden=0", "home shared")]
    [InlineData("&show_hidden=false", "home shared")]
    public async Task Hidden_files_can_be_left_out_in_both_spellings(string query, string names)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        (await user.NamesAsync(First, "/", query)).ShouldBe(names);
        (await user.GetAsync($"operation/endpoint/{First}/ls?{query}"))["path"].ShouldBe("/~/");
    }

    [Fact]
    public async Task What_cannot_be_listed_is_said_in_the_service_s_words()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var file = await user.ListAsync(First, "/home/file1.txt");
        var missing = await user.ListAsync(First, "/nowhere/");
        var nothing = await user.StatAsync(First, "/nowhere");
        var below = await user.ListAsync(First, "/home/file1.txt/below/");
        var endpoint = await user.ListAsync(Endpoint, "/");
        var unknown = await user.ListAsync("11111111-1111-4111-8111-111111111111", "/");

        file.Status.ShouldBe(HttpStatusCode.BadGateway);
        file["code"].ShouldBe("ExternalError.DirListingFailed.NotDirectory");
        missing.Status.ShouldBe(HttpStatusCode.NotFound);
        missing["code"].ShouldBe("ClientError.NotFound");
        nothing.Status.ShouldBe(HttpStatusCode.NotFound);
        nothing["code"].ShouldBe("NotFound");
        below["code"].ShouldBe("ExternalError.DirListingFailed.NotDirectory");
        endpoint.Status.ShouldBe(HttpStatusCode.Conflict);
        endpoint["code"].ShouldBe("NotSupported");
        unknown.Status.ShouldBe(HttpStatusCode.NotFound);
        unknown["code"].ShouldBe("EndpointNotFound");
    }

    [Theory]
    [InlineData("/../")]
    [InlineData("/home/../../etc/")]
    [InlineData("relative")]
    [InlineData("/a\0b")]
    public async Task A_hostile_path_is_400(string path)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        Answer[] answers =
        [
            await user.ListAsync(First, path),
            await user.StatAsync(First, path),
            await user.ChangeAsync(First, "mkdir", ("path", path)),
            await user.ChangeAsync(First, "rename", ("old_path", "/home/file1.txt"), ("new_path", path)),
            await user.ChangeAsync(First, "rename", ("old_path", path), ("new_path", "/home/x")),
            await user.ChangeAsync(First, "symlink", ("path", path), ("symlink_target", "x")),
        ];

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.BadRequest && answer["code"] == "BadRequest");
        File.Exists(user.Folder(First, "home", "file1.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task Links_are_shown_and_never_lead_out()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);
        using var outside = new TestFolder();
        outside.Write("secret.txt", "secret");
        File.CreateSymbolicLink(user.Folder(First, "links-out"), outside.FullName);
        File.CreateSymbolicLink(user.Folder(First, "leads-in"), "home");
        File.CreateSymbolicLink(user.Folder(First, "leads-nowhere"), "missing");

        var list = (await user.ListAsync(First, "/")).Json.GetProperty("DATA").EnumerateArray()
            .ToDictionary(file => file.GetProperty("name").GetString()!, file => file);
        var through = await user.ListAsync(First, "/links-out/");
        var stat = await user.StatAsync(First, "/links-out/secret.txt");
        var mkdir = await user.ChangeAsync(First, "mkdir", ("path", "/links-out/new"));
        var rename = await user.ChangeAsync(First, "rename", ("old_path", "/home/file1.txt"), ("new_path", "/links-out/file1.txt"));

        list["links-out"].GetProperty("type").GetString().ShouldBe("invalid_symlink");
        list["leads-nowhere"].GetProperty("type").GetString().ShouldBe("invalid_symlink");
        list["leads-nowhere"].GetProperty("size").ValueKind.ShouldBe(JsonValueKind.Null);
        list["leads-in"].GetProperty("type").GetString().ShouldBe("dir");
        list["leads-in"].GetProperty("link_target").GetString().ShouldBe("home");
        list["leads-in"].GetProperty("link_size").GetInt64().ShouldBe(4);
        (await user.NamesAsync(First, "/leads-in/results")).ShouldBe("2026-01.csv 2026-02.csv");
        through.Status.ShouldBe(HttpStatusCode.Forbidden);
        through["code"].ShouldBe("EndpointPermissionDenied");
        stat.Status.ShouldBe(HttpStatusCode.Forbidden);
        mkdir["code"].ShouldBe("ExternalError.MkdirFailed.PermissionDenied");
        rename.Status.ShouldBe(HttpStatusCode.Forbidden);
        Directory.GetFileSystemEntries(outside.FullName).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Stat_gives_one_file()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var file = await user.StatAsync(First, "/home/file3.txt");
        var folder = await user.StatAsync(First, "/~/home/");
        var root = await user.StatAsync(First, "/");
        var missing = await user.StatAsync(First, "/home/file9.txt");

        file["DATA_TYPE"].ShouldBe("file");
        file["name"].ShouldBe("file3.txt");
        file.Json.GetProperty("size").GetInt64().ShouldBe(6);
        folder["type"].ShouldBe("dir");
        folder["name"].ShouldBe("home");
        root["name"].ShouldBe("/");
        missing.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_folder_is_made_one_level_at_a_time()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var made = await user.ChangeAsync(First, "mkdir", ("path", "/~/new/"));
        var again = await user.ChangeAsync(First, "mkdir", ("path", "/new"));
        var root = await user.ChangeAsync(First, "mkdir", ("path", "/"));
        var deep = await user.ChangeAsync(First, "mkdir", ("path", "/one/two"));
        var empty = await user.ChangeAsync(First, "mkdir");

        made.Status.ShouldBe(HttpStatusCode.OK);
        made["DATA_TYPE"].ShouldBe("mkdir_result");
        made["code"].ShouldBe("DirectoryCreated");
        Directory.Exists(user.Folder(First, "new")).ShouldBeTrue();
        again.Status.ShouldBe(HttpStatusCode.BadGateway);
        again["code"].ShouldBe("ExternalError.MkdirFailed.Exists");
        root["code"].ShouldBe("ExternalError.MkdirFailed.Exists");
        deep.Status.ShouldBe(HttpStatusCode.NotFound);
        empty.Status.ShouldBe(HttpStatusCode.BadRequest);
        empty["message"].ShouldContain("path");
    }

    [Fact]
    public async Task Files_folders_and_links_are_renamed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);
        File.CreateSymbolicLink(user.Folder(First, "link"), "/etc");
        File.CreateSymbolicLink(user.Folder(First, "broken"), "missing");

        var file = await user.ChangeAsync(First, "rename", ("old_path", "/home/file1.txt"), ("new_path", "/moved.txt"));
        var folder = await user.ChangeAsync(First, "rename", ("old_path", "/home/results"), ("new_path", "/results/"));
        var link = await user.ChangeAsync(First, "rename", ("old_path", "/link"), ("new_path", "/link2"));
        var broken = await user.ChangeAsync(First, "rename", ("old_path", "/broken"), ("new_path", "/broken2"));
        var taken = await user.ChangeAsync(First, "rename", ("old_path", "/moved.txt"), ("new_path", "/home/file2.txt"));
        var missing = await user.ChangeAsync(First, "rename", ("old_path", "/moved2.txt"), ("new_path", "/home/file4.txt"));
        var orphan = await user.ChangeAsync(First, "rename", ("old_path", "/moved.txt"), ("new_path", "/nowhere/file4.txt"));
        var itself = await user.ChangeAsync(First, "rename", ("old_path", "/results"), ("new_path", "/results/below"));
        var root = await user.ChangeAsync(First, "rename", ("old_path", "/"), ("new_path", "/x"));

        file["code"].ShouldBe("FileRenamed");
        folder["code"].ShouldBe("FileRenamed");
        link["code"].ShouldBe("FileRenamed");
        broken["code"].ShouldBe("FileRenamed");
        (await user.NamesAsync(First, "/")).ShouldBe(".profile broken2 home link2 moved.txt results shared");
        taken["code"].ShouldBe("ExternalError.RenameFailed.Exists");
        missing.Status.ShouldBe(HttpStatusCode.NotFound);
        orphan.Status.ShouldBe(HttpStatusCode.NotFound);
        itself["code"].ShouldBe("EndpointError");
        root.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/shared/welcome.txt", "shared/welcome.txt")]
    [InlineData("home", "home")]
    [InlineData("missing/but/inside", "missing/but/inside")]
    public async Task A_link_is_made_to_what_is_inside(string target, string text)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var answer = await user.ChangeAsync(First, "symlink", ("path", "/link"), ("symlink_target", target));

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        answer["DATA_TYPE"].ShouldBe("symlink_result");
        new FileInfo(user.Folder(First, "link")).LinkTarget.ShouldBe(text);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/../outside")]
    [InlineData("home/../../outside")]
    public async Task A_link_out_is_not_made(string target)
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var answer = await user.ChangeAsync(First, "symlink", ("path", "/link"), ("symlink_target", target));

        answer.Status.ShouldBe(HttpStatusCode.BadGateway);
        new FileInfo(user.Folder(First, "link")).LinkTarget.ShouldBeNull();
    }

    [Fact]
    public async Task A_link_on_a_deeper_level_finds_its_way_up()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        await user.ChangeAsync(First, "symlink", ("path", "/home/results/link"), ("symlink_target", "/~/shared/welcome.txt"));

        new FileInfo(user.Folder(First, "home", "results", "link")).LinkTarget.ShouldBe("../../shared/welcome.txt");
        (await user.StatAsync(First, "/home/results/link"))["type"].ShouldBe("file");
    }

    [Fact]
    public async Task A_body_that_is_no_object_is_400()
    {
        await using var driver = await EmulatorDriver.StartAsync();
        var user = await LogInAsync(driver);

        var list = await user.PostAsync($"operation/endpoint/{First}/mkdir", "[]");
        var noJson = await user.PostAsync($"operation/endpoint/{First}/mkdir", "{");
        var number = await user.PostAsync($"operation/endpoint/{First}/mkdir", """{"path":1}""");

        list.Status.ShouldBe(HttpStatusCode.BadRequest);
        noJson.Status.ShouldBe(HttpStatusCode.BadRequest);
        number.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Nobody_without_a_token_learns_anything()
    {
        await using var driver = await EmulatorDriver.StartAsync();

        (await driver.GetAsync($"transfer/v0.10/operation/endpoint/{First}/ls")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var foreign = await driver.SendJsonAsync(
            HttpMethod.Post, $"transfer/v0.10/operation/endpoint/{First}/mkdir", await driver.AccessTokenAsync(GroupsAll), "{");
        foreign.Status.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
