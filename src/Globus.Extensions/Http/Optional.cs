namespace Globus.Extensions.Http;

/// <summary>
/// A member of a request that can be left out, and for which <see langword="null"/> is a value of its own: <see langword="default"/> is left
/// out and changes nothing, while <see langword="null"/> is sent and usually clears what was there.
/// </summary>
/// <typeparam name="T">The type of the value, with <c>?</c> where <see langword="null"/> may be sent.</typeparam>
/// <remarks>
/// C# converts a value on assignment, but neither a list in brackets nor an expression of an interface type: write
/// <c>new(["example.org"])</c> for those.
/// </remarks>
public readonly record struct Optional<T>
{
    private readonly T _value;

    /// <summary>Creates a member that is sent.</summary>
    /// <param name="value">The value.</param>
    public Optional(T value)
    {
        _value = value;
        IsSet = true;
    }

    /// <summary>Whether the member is sent.</summary>
    public bool IsSet { get; }

    /// <summary>The value that is sent.</summary>
    /// <exception cref="InvalidOperationException">The member is left out.</exception>
    public T Value => IsSet ? _value : throw new InvalidOperationException("The value is not set. Ask IsSet first.");

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>The value as a text.</summary>
    /// <returns>The text of the value, empty for <see langword="null"/>, or <c>(not set)</c>.</returns>
    public override string ToString() => IsSet ? _value?.ToString() ?? string.Empty : "(not set)";
}
