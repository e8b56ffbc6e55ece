using Globus.Extensions.Services.Auth;
using Globus.Extensions.Services.Auth.Internal;

namespace Globus.Extensions.Tests.Services.Auth;

public class IdentityCacheTests
{
    [Fact]
    public void The_oldest_makes_room_unless_it_was_asked_for()
    {
        var cache = new IdentityCache(capacity: 3);
        Set(cache, "a", "b", "c");
        cache.TryGet(Key("a"), out _).ShouldBeTrue();

        Set(cache, "d", "e");

        Holds(cache, "a", "b", "c", "d", "e").ShouldBe([true, false, false, true, true]);
        cache.Count.ShouldBe(3);
    }

    [Fact]
    public void Somebody_goes_even_if_all_were_asked_for()
    {
        var cache = new IdentityCache(capacity: 2);
        Set(cache, "a", "b");
        cache.TryGet(Key("a"), out _);
        cache.TryGet(Key("b"), out _);

        Set(cache, "c");

        Holds(cache, "a", "b", "c").ShouldBe([false, true, true]);
    }

    [Fact]
    public void What_is_set_again_replaces_what_was_there()
    {
        var cache = new IdentityCache(capacity: 2);
        Set(cache, "a", "a");
        var newest = new Identity { Id = Guid.NewGuid() };

        cache.Set(Key("A"), newest);

        cache.TryGet(Key("a"), out var found).ShouldBeTrue();
        found.ShouldBeSameAs(newest);
        cache.Count.ShouldBe(1);
    }

    [Fact]
    public void What_is_removed_leaves_room()
    {
        var cache = new IdentityCache(capacity: 2);
        Set(cache, "a", "b");

        cache.Remove(Key("a")).ShouldBeTrue();
        cache.Remove(Key("a")).ShouldBeFalse();
        Set(cache, "c");

        Holds(cache, "a", "b", "c").ShouldBe([false, true, true]);
    }

    [Fact]
    public void Clearing_forgets_everything()
    {
        var cache = new IdentityCache();
        Set(cache, "a", "b");

        cache.Clear();

        cache.Count.ShouldBe(0);
        Holds(cache, "a", "b").ShouldBe([false, false]);
        cache.Capacity.ShouldBe(IdentityCache.DefaultCapacity);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_cache_without_room_is_refused(int capacity) => Should.Throw<ArgumentOutOfRangeException>(() => new IdentityCache(capacity));

    private static IdentityKey Key(string username) => IdentityKey.Of(username, nameof(username));

    private static void Set(IdentityCache cache, params IEnumerable<string> usernames)
    {
        foreach (var username in usernames)
        {
            cache.Set(Key(username), new Identity { Id = Guid.NewGuid(), Username = username });
        }
    }

    private static IEnumerable<bool> Holds(IdentityCache cache, params IEnumerable<string> usernames) => usernames.Select(name => cache.Contains(Key(name)));
}
