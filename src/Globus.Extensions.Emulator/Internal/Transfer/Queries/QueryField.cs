namespace Globus.Extensions.Emulator.Internal.Transfer.Queries;

/// <summary>A field that lists can be filtered and ordered by.</summary>
internal sealed record QueryField<T>(Func<T, string?> Text, Func<T, long?>? Number = null, Func<T, DateTimeOffset?>? Time = null)
{
    /// <summary>Compares two documents by this field; what is null comes first.</summary>
    public int Compare(T left, T right) =>
        Number is { } number ? Nullable.Compare(number(left), number(right))
        : Time is { } time ? Nullable.Compare(time(left), time(right))
        : string.CompareOrdinal(Text(left), Text(right));
}
