namespace Globus.Extensions.Services.Transfer;

/// <summary>
/// The order of a list: fields, of which the first decides. Made by <see cref="TransferField"/>, or a plain text as the service
/// takes it, such as <c>size DESC,name</c>. The default value leaves it to the service.
/// </summary>
public readonly record struct TransferOrdering
{
    private TransferOrdering(string value) => Value = value;

    /// <summary>The order as the service spells it.</summary>
    public string Value { get => field ?? string.Empty; }

    /// <summary>Takes a text as it is.</summary>
    /// <param name="text">An order as the service spells it.</param>
    public static implicit operator TransferOrdering(string text) => FromString(text);

    /// <summary>Takes a text as it is; nothing of it is checked.</summary>
    /// <param name="text">An order as the service spells it.</param>
    /// <returns>The order.</returns>
    public static TransferOrdering FromString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? default : new TransferOrdering(text);
    }

    /// <summary>Adds what decides between items that are the same so far.</summary>
    /// <param name="next">The next order.</param>
    /// <returns>The order.</returns>
    public TransferOrdering ThenBy(TransferOrdering next) =>
        Value.Length == 0 ? next : next.Value.Length == 0 ? this : new TransferOrdering($"{Value},{next.Value}");

    /// <summary>The order.</summary>
    /// <returns>The order as the service spells it.</returns>
    public override string ToString() => Value;

    internal static TransferOrdering Of(TransferField by, bool isDescending) => new($"{by.Required()} {(isDescending ? "DESC" : "ASC")}");
}
