namespace Globus.Extensions.Tests.Services;

/// <summary>What all texts with a type of their own have in common; each type runs the whole suite.</summary>
public abstract class StringValueTests<T>
    where T : struct
{
    private readonly Func<string, T> _create;
    private readonly Func<T, string> _valueOf;

    protected StringValueTests(Func<string, T> create, Func<T, string> valueOf)
    {
        _create = create;
        _valueOf = valueOf;
    }

    [Fact]
    public void The_default_value_is_the_empty_text()
    {
        _valueOf(default).ShouldBe("");
        default(T).ToString().ShouldBe("");
        default(T).GetHashCode().ShouldBe(default(T).GetHashCode());
    }

    [Fact]
    public void Values_are_equal_by_their_text()
    {
        _create("some text").ShouldBe(_create(new string("some text".ToCharArray())));
        _create("some text").GetHashCode().ShouldBe(_create("some text").GetHashCode());
        _create("some text").ShouldNotBe(_create("Some text"));
        _create("some text").ShouldNotBe(default);
    }

    [Fact]
    public void The_text_is_kept_as_the_service_spells_it()
    {
        _valueOf(_create(" Ünï-42 ")).ShouldBe(" Ünï-42 ");
        _create(" Ünï-42 ").ToString().ShouldBe(" Ünï-42 ");
    }

    [Fact]
    public void A_text_that_is_null_is_refused() => Should.Throw<ArgumentNullException>(() => _create(null!));

    [Fact]
    public void The_empty_text_is_refused_or_the_default_value()
    {
        var exception = Record.Exception(() => _create("").ShouldBe(default));

        (exception is null or ArgumentException).ShouldBeTrue(exception?.ToString());
    }
}
