using Globus.Extensions.Services.Auth;

namespace Globus.Extensions.Tests.Services.Auth;

public sealed class ConsentStatusTests() : StringValueTests<ConsentStatus>(static text => new ConsentStatus(text), static value => value.Value);
