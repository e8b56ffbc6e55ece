using Globus.Extensions.Principals;

namespace Globus.Extensions.Tests.Services;

public sealed class ScopeIdTests() : StringValueTests<ScopeId>(static text => new ScopeId(text), static value => value.Value);
