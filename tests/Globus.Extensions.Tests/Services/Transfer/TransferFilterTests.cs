using FsCheck;
using FsCheck.Fluent;
using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class TransferFilterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 14, 30, 15, 999, TimeSpan.FromHours(2));

    public static TheoryData<TransferFilter, string> Written => new()
    {
        { TaskFields.Status.Is("ACTIVE", "INACTIVE"), "status:ACTIVE,INACTIVE" },
        { TaskFields.Type.IsNot("DELETE", "X"), "type:!DELETE,!X" },
        { TaskFields.Status.Is(TransferTaskStatus.Active, TransferTaskStatus.Inactive), "status:ACTIVE,INACTIVE" },
        { TaskFields.Status.IsNot(TransferTaskStatus.Failed), "status:!FAILED" },
        { TaskFields.Type.Is(TransferTaskType.Delete), "type:DELETE" },
        { TaskFields.Type.IsNot(TransferTaskType.Delete), "type:!DELETE" },
        { TaskFields.TaskId.Is(new TransferTaskId("a"), new TransferTaskId("b")), "task_id:a,b" },
        { TaskFields.TaskId.IsNot(Guid.Empty), "task_id:!00000000-0000-0000-0000-000000000000" },
        { FileFields.Type.Is(TransferFileType.File, TransferFileType.Directory), "type:file,dir" },
        { FileFields.Type.IsNot(TransferFileType.InvalidSymlink), "type:!invalid_symlink" },
        { FileFields.Name.Like("*.txt"), "name:~*.txt" },
        { FileFields.Name.NotLike("*.tmp"), "name:!~*.tmp" },
        { FileFields.Size.GreaterThan(5), "size:>5" },
        { FileFields.Size.LessThan(-5), "size:<-5" },
        { FileFields.Size.AtLeast(5), "size:>=5" },
        { FileFields.Size.AtMost(5), "size:<=5" },
        { TaskFields.RequestTime.Between(Noon, null), "request_time:2026-01-02T12:30:15," },
        { TaskFields.CompletionTime.Between(null, Noon), "completion_time:,2026-01-02T12:30:15" },
        { TaskFields.Status.Is("ACTIVE").And(TaskFields.Label.Like("a*")).And(default), "status:ACTIVE/label:~a*" },
        { default(TransferFilter).And("status:ACTIVE"), "status:ACTIVE" },
        { new TransferField("new_field").Is("x y"), "new_field:x y" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void Filters_are_written_as_the_service_reads_them(TransferFilter filter, string expected)
    {
        filter.Value.ShouldBe(expected);
        filter.ShouldBe(expected);
        filter.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a,b")]
    [InlineData("a:b")]
    [InlineData("=a")]
    [InlineData("!a")]
    [InlineData("~a")]
    [InlineData(">1")]
    [InlineData("<1")]
    [InlineData("")]
    public void What_cannot_be_written_is_refused(string value)
    {
        Should.Throw<ArgumentException>(() => TaskFields.Label.Is(value));
        Should.Throw<ArgumentException>(() => TaskFields.Label.Like(value));
    }

    [Fact]
    public void What_says_nothing_is_refused()
    {
        Should.Throw<ArgumentException>(() => TaskFields.Label.Is(Array.Empty<string>()));
        Should.Throw<ArgumentException>(() => TaskFields.Status.Is(default(TransferTaskStatus)));
        Should.Throw<ArgumentException>(() => TaskFields.RequestTime.Between(null, null));
        Should.Throw<ArgumentException>(() => TaskFields.RequestTime.Between(Noon, Noon.AddSeconds(-1)));
        Should.Throw<ArgumentException>(() => new TransferField("a b"));
        Should.Throw<ArgumentException>(() => new TransferField("a:b"));
        Should.Throw<InvalidOperationException>(() => default(TransferField).Is("x"));
    }

    [Fact]
    public void A_value_that_is_not_refused_stays_one_value_of_one_clause() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        static value =>
        {
            try
            {
                var text = TaskFields.Label.Is(value.Get).Value;
                return text == "label:" + value.Get && text.Count(static sign => sign is '/' or ',' or ':') == 1;
            }
            catch (ArgumentException)
            {
                return value.Get.Length == 0 || value.Get.AsSpan().ContainsAny("/,:") || "=!~<>".Contains(value.Get[0]);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Orders_are_written_as_the_service_reads_them()
    {
        FileFields.Size.Descending.ThenBy(FileFields.Name.Ascending).Value.ShouldBe("size DESC,name ASC");
        default(TransferOrdering).ThenBy("name").ThenBy(default).ShouldBe("name");
        TransferOrdering.FromString("").ShouldBe(default);
    }
}
