using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class PrincipalTypeTests() : StringValueTests<PrincipalType>(static text => new PrincipalType(text), static value => value.Value);
