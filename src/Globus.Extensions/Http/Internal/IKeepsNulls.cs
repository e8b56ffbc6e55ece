namespace Globus.Extensions.Http.Internal;

/// <summary>An answer that remembers which of its members were null in the document and not just absent, so that it can be written as it came.</summary>
/// <remarks>Implement it explicitly, by an automatic property: the bits then count in the equality of records, and go along with a copy.</remarks>
internal interface IKeepsNulls
{
    /// <summary>One bit for each member, in the order of the type's contract. A member that has a value by now is written whatever its bit says.</summary>
    UInt128 Nulls { get; set; }
}
