using System.Text.Json;

namespace Globus.Extensions.Http;

/// <summary>A part of a long list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed record GlobusPage<T>
{
    /// <summary>The items.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>
    /// What <see cref="GlobusPageable{T}.AsPages"/> takes to go on after this page, also in another process and with the same arguments of
    /// the list. <see langword="null"/> if it was the last one.
    /// </summary>
    public string? NextMarker { get; init; }

    /// <summary>How many items the whole list has, if the service says so.</summary>
    public long? Total { get; init; }

    /// <summary>What else the service said with the items, if anything.</summary>
    public IDictionary<string, JsonElement>? ExtensionData { get; init; }
}
