using Globus.Extensions.Services.Groups;

namespace ListGroups;

/// <summary>Writes groups as <c>id,"name",role|role</c>.</summary>
internal static class GroupsCsv
{
    public static async Task WriteAsync(IEnumerable<Group> groups, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync("ID,Name,Roles".AsMemory(), cancellationToken);
        foreach (var group in groups)
        {
            var name = (group.Name ?? string.Empty).Replace("\"", "\"\"", StringComparison.Ordinal);
            var roles = string.Join('|', (group.MyMemberships ?? []).Select(membership => membership.Role).Distinct());
            await output.WriteLineAsync($"{group.Id},\"{name}\",{roles}".AsMemory(), cancellationToken);
        }
    }
}
