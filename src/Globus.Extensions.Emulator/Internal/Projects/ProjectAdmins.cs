using Globus.Extensions.Emulator.Internal.Identities;

namespace Globus.Extensions.Emulator.Internal.Projects;

/// <summary>The admins of a project, written out.</summary>
internal sealed record ProjectAdmins(IReadOnlyList<IdentityDocument> Identities, IReadOnlyList<AdminGroupDocument> Groups);
