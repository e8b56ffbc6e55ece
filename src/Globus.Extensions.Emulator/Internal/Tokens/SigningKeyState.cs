using System.Text;

namespace Globus.Extensions.Emulator.Internal.Tokens;

/// <summary>The private key in the state file, in base64; <see langword="null"/> before it is first needed.</summary>
internal sealed record SigningKeyState(string? Pkcs8)
{
    /// <summary>Leaves the key out of <see cref="object.ToString"/>.</summary>
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("HasKey = ").Append(Pkcs8 is not null);
        return true;
    }
}
