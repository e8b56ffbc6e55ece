using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class AccessPermissionsTests() : StringValueTests<AccessPermissions>(static text => new AccessPermissions(text), static value => value.Value);
