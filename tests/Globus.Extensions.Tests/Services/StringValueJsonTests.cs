using System.Text.Json;
using Globus.Extensions.Principals;
using Globus.Extensions.Services.Groups;
using Globus.Extensions.Services.Groups.Internal;

namespace Globus.Extensions.Tests.Services;

public class StringValueJsonTests
{
    [Fact]
    public void An_empty_text_of_the_service_is_read_as_the_default_value_and_written_back()
    {
        var group = Read("""{"id":"","group_type":"","parent_id":""}""");

        group.Id.ShouldBe(default);
        group.GroupType.ShouldBe(default(GroupType));
        group.ParentId.ShouldBe(default(GroupId));
        Write(group).ShouldBe("""{"id":"","parent_id":"","group_type":""}""");
    }

    [Fact]
    public void A_null_of_the_service_is_a_value_that_is_not_there() => Read("""{"id":"x","group_type":null}""").GroupType.ShouldBeNull();

    [Fact]
    public void A_value_that_the_service_has_added_is_kept()
    {
        var group = Read("""{"id":"DEFAULT","group_type":"brand new"}""");

        group.GroupType!.Value.Value.ShouldBe("brand new");
        Write(group).ShouldBe("""{"id":"DEFAULT","group_type":"brand new"}""");
    }

    [Fact]
    public void A_number_is_read_as_its_text() => Read("""{"id":12345}""").Id.Value.ShouldBe("12345");

    [Theory]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[\"x\"]")]
    public void Something_other_than_a_text_is_refused(string json) =>
        Should.Throw<JsonException>(() => Read($$"""{"id":"x","group_type":{{json}}}""")).Path.ShouldBe("$.group_type");

    [Fact]
    public void A_uuid_becomes_an_id_in_its_usual_spelling()
    {
        var uuid = new Guid("ADA00000-0000-4000-8000-00000000000F");
        GroupId group = uuid;
        IdentityId identity = uuid;

        group.Value.ShouldBe("ada00000-0000-4000-8000-00000000000f");
        identity.Value.ShouldBe("ada00000-0000-4000-8000-00000000000f");
        group.TryGetGuid(out var read).ShouldBeTrue();
        read.ShouldBe(uuid);
        identity.TryGetGuid(out read).ShouldBeTrue();
        read.ShouldBe(uuid);
    }

    [Theory]
    [InlineData("DEFAULT")]
    [InlineData("ada00000-0000-4000-8000")]
    public void An_id_that_is_no_uuid_says_so(string text)
    {
        new GroupId(text).TryGetGuid(out var id).ShouldBeFalse();
        id.ShouldBe(Guid.Empty);
        new IdentityId(text).TryGetGuid(out _).ShouldBeFalse();
        default(IdentityId).TryGetGuid(out _).ShouldBeFalse();
    }

    private static Group Read(string json) => JsonSerializer.Deserialize(json, GroupsJsonContext.Default.Group)!;

    private static string Write(Group group) => JsonSerializer.Serialize(group, GroupsJsonContext.Default.Group);
}
