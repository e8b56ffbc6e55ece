namespace Globus.Extensions.Services.Transfer;

/// <summary>
/// Which items of a list the service shall send: clauses about its fields, all of which must hold. Made by <see cref="TransferField"/>, or a plain text in
/// the grammar of the service, such as <c>status:ACTIVE/label:~nightly*</c>. The default value filters nothing.
/// </summary>
/// <remarks>
/// The grammar: clauses are joined by <c>/</c>, and all must hold. A clause is <c>field:value</c> or <c>field:value,value…</c>, of which any may hold. Before a
/// value, <c>=</c> or nothing stands for exactly this one, <c>~</c> for a pattern in which <c>*</c> is any text, <c>!</c> for any other, <c>!~</c> for what does not
/// fit the pattern, and <c>&lt;</c> <c>&gt;</c> <c>&lt;=</c> <c>&gt;=</c> compare numbers. Times are a span, <c>start,end</c>, either side of which may be empty. Nothing can
/// be escaped: values with <c>/</c>, <c>,</c> or <c>:</c> cannot be written. <see cref="FileListOptions.Filters"/> takes several filters, any of which may hold.
/// </remarks>
public readonly record struct TransferFilter
{
    private TransferFilter(string value) => Value = value;

    /// <summary>The filter in the grammar of the service.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>Takes a text as it is.</summary>
    /// <param name="text">A filter in the grammar of the service.</param>
    public static implicit operator TransferFilter(string text) => FromString(text);

    /// <summary>Takes a text as it is; nothing of it is checked.</summary>
    /// <param name="text">A filter in the grammar of the service.</param>
    /// <returns>The filter.</returns>
    public static TransferFilter FromString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Raw(text);
    }

    /// <summary>Joins two filters, both of which must hold.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>The filter.</returns>
    public TransferFilter And(TransferFilter other) =>
        Value.Length == 0 ? other : other.Value.Length == 0 ? this : Raw($"{Value}/{other.Value}");

    /// <summary>The filter.</summary>
    /// <returns>The filter in the grammar of the service.</returns>
    public override string ToString() => Value;

    internal static TransferFilter Raw(string text) => text.Length == 0 ? default : new TransferFilter(text);
}
