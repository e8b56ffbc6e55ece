using Globus.Extensions.Principals;
using Globus.Extensions.Services.Transfer.Internal;

namespace Globus.Extensions.Services.Transfer;

/// <summary>What to look for among endpoints and collections. What is set must all hold.</summary>
public sealed record EndpointSearch
{
    private static readonly EndpointSearchScope[] ScopesOfTheCaller =
        [EndpointSearchScope.MyEndpoints, EndpointSearchScope.MyGcpEndpoints, EndpointSearchScope.SharedByMe];

    /// <summary>Words of names, descriptions and keywords. Needed in the scope of all, unless another filter narrows the search.</summary>
    public string? Fulltext { get; init; }

    /// <summary>Where to look. Default: everywhere.</summary>
    public EndpointSearchScope? Scope { get; init; }

    /// <summary>The identity that owns it. Not with a scope that is about the caller's own.</summary>
    public IdentityId? OwnerId { get; init; }

    /// <summary>The endpoint or collection that hosts it.</summary>
    public EndpointId? HostEndpointId { get; init; }

    /// <summary>Whether it is an endpoint that files cannot be moved to and from. Not together with <see cref="EntityType"/>.</summary>
    public bool? NonFunctional { get; init; }

    /// <summary>What kind of endpoint or collection it is. Not together with <see cref="NonFunctional"/>.</summary>
    public EndpointEntityType? EntityType { get; init; }

    internal TransferQuery ToQuery() => new TransferQuery()
        .Add("filter_fulltext", Fulltext)
        .Add("filter_scope", Scope?.Value)
        .Add("filter_owner_id", OwnerId?.Value)
        .Add("filter_host_endpoint", HostEndpointId?.Value)
        .AddFlag("filter_non_functional", NonFunctional)
        .Add("filter_entity_type", EntityType?.Value);

    /// <summary>Refuses what the service would refuse.</summary>
    /// <param name="parameterName">The parameter that holds it.</param>
    /// <exception cref="ArgumentException">Two filters exclude each other, or nothing narrows the search.</exception>
    internal void Check(string parameterName)
    {
        if (OwnerId is not null && Scope is { } scope && ScopesOfTheCaller.Contains(scope))
        {
            throw new ArgumentException($"The scope '{scope}' is about the caller's own endpoints: it cannot be searched for those of an owner.", parameterName);
        }

        if (NonFunctional is not null && EntityType is not null)
        {
            throw new ArgumentException("Search by NonFunctional or by EntityType, not by both: a kind of endpoint is functional or is not.", parameterName);
        }

        if (string.IsNullOrWhiteSpace(Fulltext) && (Scope is null || Scope == EndpointSearchScope.All) && OwnerId is null && HostEndpointId is null && EntityType is null && NonFunctional is null)
        {
            throw new ArgumentException(
                "Say what to look for: everywhere there are too many. Set Fulltext, a narrower Scope, or another filter.", parameterName);
        }
    }
}
