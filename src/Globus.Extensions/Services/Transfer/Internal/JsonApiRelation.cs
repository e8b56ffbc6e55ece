namespace Globus.Extensions.Services.Transfer.Internal;

/// <summary>A relationship of a resource of JSON:API that becomes members of a flat record.</summary>
/// <param name="Name">The name of the relationship.</param>
/// <param name="Type">The type of the resource that it leads to.</param>
/// <param name="Member">The member that holds the id of that resource.</param>
/// <param name="IncludedMember">The member that holds the resource itself, where the service sends it along.</param>
internal sealed record JsonApiRelation(string Name, string Type, string Member, string? IncludedMember = null);
