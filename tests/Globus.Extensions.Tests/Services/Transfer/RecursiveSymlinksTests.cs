using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class RecursiveSymlinksTests() : StringValueTests<RecursiveSymlinks>(static text => new RecursiveSymlinks(text), static value => value.Value);
