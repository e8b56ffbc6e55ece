using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Tests.Tokens.Storage;

public sealed class MemoryTokenStorageTests : TokenStorageConformance
{
    protected override ITokenStorage Create() => new MemoryTokenStorage();
}
