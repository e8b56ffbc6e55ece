using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class LocalUserStatusTests() : StringValueTests<LocalUserStatus>(static text => new LocalUserStatus(text), static value => value.Value);
