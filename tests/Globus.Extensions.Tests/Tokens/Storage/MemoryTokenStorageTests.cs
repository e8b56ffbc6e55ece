using Globus.Extensions.Tokens.Storage;

namespace Globus.Extensions.Tests.Tokens.Storage;

public sealed class MemoryTokenStorageTests : TokenStorageTests
{
    protected override bool IsShared => false;

    protected override bool HasNamespaces => false;

    protected override ValueTask<ITokenStorage> OpenAsync(string place, string tokenNamespace, CancellationToken cancellationToken) =>
        new(new MemoryTokenStorage());
}
