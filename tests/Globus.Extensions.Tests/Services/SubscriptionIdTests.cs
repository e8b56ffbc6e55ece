using Globus.Extensions.Principals;

namespace Globus.Extensions.Tests.Services;

public sealed class SubscriptionIdTests() : StringValueTests<SubscriptionId>(static text => new SubscriptionId(text), static value => value.Value);
