using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class SubscriptionIdTests() : StringValueTests<SubscriptionId>(static text => new SubscriptionId(text), static value => value.Value);
