using Globus.Extensions.Http;
using Globus.Extensions.Http.Internal;

namespace Globus.Extensions.Tests.Http;

public sealed class GlobusPageableTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_pages_stand_in_for_those_of_a_service()
    {
        var list = GlobusPageable<int>.FromPages(new GlobusPage<int> { Items = [1, 2], NextMarker = "a" }, new GlobusPage<int> { Items = [3] });

        (await list.ToListAsync(Cancellation)).ShouldBe([1, 2, 3]);
        (await list.AsPages("a", Cancellation).ToListAsync(Cancellation)).ShouldHaveSingleItem().Items.ShouldBe([3]);
        await Should.ThrowAsync<ArgumentException>(async () => await list.AsPages("b", Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_page_is_fetched_when_its_first_item_is_asked_for()
    {
        var asked = new List<string?>();
        var list = Count(asked, "a", "b", null);

        asked.ShouldBeEmpty();
        (await list.Take(3).ToListAsync(Cancellation)).ShouldBe([0, 0, 1]);
        asked.ShouldBe([null, "a"]);
    }

    [Fact]
    public async Task Each_enumeration_begins_anew()
    {
        var asked = new List<string?>();
        var list = Count(asked, "a", null);

        await list.ToListAsync(Cancellation);
        await list.ToListAsync(Cancellation);

        asked.ShouldBe([null, "a", null, "a"]);
    }

    [Fact]
    public async Task A_marker_that_comes_again_is_an_error_after_the_page_that_gave_it()
    {
        var asked = new List<string?>();
        var items = new List<int>();

        var exception = await Should.ThrowAsync<GroupsApiException>(async () =>
        {
            await foreach (var item in Count(asked, "a", "b", "a").WithCancellation(Cancellation))
            {
                items.Add(item);
            }
        });

        asked.ShouldBe([null, "a", "b"]);
        items.ShouldBe([0, 0, 1, 1, 2, 2]);
        exception.Message.ShouldContain("'a'");
    }

    [Fact]
    public async Task A_page_that_leads_back_to_where_the_enumeration_began_is_an_error()
    {
        var list = Count([], "a", "a");

        await Should.ThrowAsync<GroupsApiException>(async () => await list.AsPages("a", Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task An_empty_page_ends_the_list_only_if_it_names_no_next_one()
    {
        var requests = 0;
        var list = new ServicePageable<int>(GlobusService.Groups, (_, _) => Task.FromResult(++requests switch
        {
            1 => new GlobusPage<int> { Items = [1], NextMarker = "a" },
            2 => new GlobusPage<int> { Items = [], NextMarker = "b" },
            3 => new GlobusPage<int> { Items = [2], NextMarker = "c" },
            _ => new GlobusPage<int> { Items = [] },
        }));

        (await list.ToListAsync(Cancellation)).ShouldBe([1, 2]);
        requests.ShouldBe(4);
    }

    private static ServicePageable<int> Count(List<string?> asked, params string?[] markers) => new(GlobusService.Groups, (marker, _) =>
    {
        var page = marker is null ? 0 : Array.IndexOf(markers, marker) + 1;
        asked.Add(marker);
        return Task.FromResult(new GlobusPage<int> { Items = [page, page], NextMarker = markers[page] });
    });
}
