using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What decides whether a file is copied that is at the destination already. Each level checks what those before it check, too.</summary>
[JsonConverter(typeof(SyncLevelConverter))]
public readonly record struct SyncLevel : ISpanParsable<SyncLevel>
{
    private static readonly string[] Words = ["exists", "size", "mtime", "checksum"];

    /// <summary>Creates the value from its number.</summary>
    /// <param name="value">The number; the service knows 0 to 3.</param>
    public SyncLevel(int value) => Value = value;

    /// <summary>Copies files that are not there.</summary>
    public static SyncLevel Exists { get; } = new(0);

    /// <summary>Copies files whose size differs, too.</summary>
    public static SyncLevel Size { get; } = new(1);

    /// <summary>Copies files that are newer at the source, too.</summary>
    public static SyncLevel ModificationTime { get; } = new(2);

    /// <summary>Copies files whose checksum differs, too.</summary>
    public static SyncLevel Checksum { get; } = new(3);

    /// <summary>The number.</summary>
    public int Value { get; }

    /// <summary>Reads what <see cref="ToString"/> writes: <c>exists</c>, <c>size</c>, <c>mtime</c> or <c>checksum</c>, in lower case, or a number.</summary>
    /// <param name="s">The text.</param>
    /// <returns>The level.</returns>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static SyncLevel Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static SyncLevel Parse(ReadOnlySpan<char> s) => TryParse(s, out var level)
        ? level
        : throw new FormatException($"'{s}' is no sync level: write {string.Join(", ", Words)}, or its number.");

    /// <summary>Reads what <see cref="ToString"/> writes, if it is that.</summary>
    /// <param name="s">The text.</param>
    /// <param name="result">The level.</param>
    /// <returns>Whether the text is a level.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out SyncLevel result) => TryParse(s.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string?, out SyncLevel)"/>
    public static bool TryParse(ReadOnlySpan<char> s, out SyncLevel result)
    {
        for (var i = 0; i < Words.Length; i++)
        {
            if (s.SequenceEqual(Words[i]))
            {
                result = new SyncLevel(i);
                return true;
            }
        }

        var isNumber = int.TryParse(s, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        result = new SyncLevel(number);
        return isNumber;
    }

    static SyncLevel IParsable<SyncLevel>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static SyncLevel ISpanParsable<SyncLevel>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<SyncLevel>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SyncLevel result) => TryParse(s, out result);

    static bool ISpanParsable<SyncLevel>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out SyncLevel result) => TryParse(s, out result);

    /// <summary>The word for the level, or its number.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value >= 0 && Value < Words.Length ? Words[Value] : Value.ToString(CultureInfo.InvariantCulture);
}
