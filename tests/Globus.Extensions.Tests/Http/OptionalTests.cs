using Globus.Extensions.Http;

namespace Globus.Extensions.Tests.Http;

public sealed class OptionalTests
{
    [Fact]
    public void What_nobody_set_is_left_out()
    {
        Optional<string?> nothing = default;

        nothing.IsSet.ShouldBeFalse();
        nothing.ToString().ShouldBe("(not set)");
        Should.Throw<InvalidOperationException>(() => nothing.Value);
    }

    [Fact]
    public void Null_is_a_value()
    {
        Optional<string?> text = null;
        Optional<int?> number = null;

        text.IsSet.ShouldBeTrue();
        text.Value.ShouldBeNull();
        text.ShouldNotBe(default);
        text.ToString().ShouldBe("");
        number.IsSet.ShouldBeTrue();
        number.ShouldNotBe(default);
    }

    [Fact]
    public void Values_and_lists_can_be_assigned()
    {
        Optional<string?> text = "text";
        Optional<int?> number = 42;
        Optional<IReadOnlyList<string>?> list = new(["one", "two"]);

        text.ShouldBe(new Optional<string?>("text"));
        text.ToString().ShouldBe("text");
        number.Value.ShouldBe(42);
        list.Value.ShouldBe(["one", "two"]);
    }
}
