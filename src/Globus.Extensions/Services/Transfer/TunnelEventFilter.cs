using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>Which events of a tunnel to list. What is set must all hold.</summary>
public sealed record TunnelEventFilter
{
    /// <summary>What happened, see <see cref="TunnelEvent.Code"/>.</summary>
    public string? Code { get; init; }

    /// <summary>Whether they are errors.</summary>
    public bool? IsError { get; init; }

    internal TransferQuery ToQuery() => new TransferQuery()
        .Add("filter[code_name]", Code)
        .Add("filter[is_error]", IsError switch { true => "true", false => "false", null => null });
}
