using System.Text;

namespace Globus.Extensions.Emulator.Internal.Clients;

/// <summary>A credential as the API shows it; the secret only in the answer that makes it.</summary>
internal sealed record CredentialDocument
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required Guid Client { get; init; }

    public required DateTimeOffset Created { get; init; }

    public string? Secret { get; init; }

    /// <summary>Leaves the secret out of <see cref="object.ToString"/>.</summary>
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", Client = ").Append(Client);
        return true;
    }
}
