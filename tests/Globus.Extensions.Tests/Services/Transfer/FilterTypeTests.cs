using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class FilterTypeTests() : StringValueTests<FilterType>(static text => new FilterType(text), static value => value.Value);
