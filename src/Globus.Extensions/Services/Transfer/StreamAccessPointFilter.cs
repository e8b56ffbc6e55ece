using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Which stream access points to list. What is set must all hold.</summary>
public sealed record StreamAccessPointFilter
{
    /// <summary>Words of names and descriptions.</summary>
    public string? Fulltext { get; init; }

    /// <summary>Whether the caller administers the endpoint that they belong to.</summary>
    public bool? EndpointAdmin { get; init; }

    internal TransferQuery ToQuery() => new TransferQuery()
        .Add("filter[fulltext]", Fulltext)
        .Add("filter[endpoint_admin]", EndpointAdmin switch { true => "true", false => "false", null => null });
}
