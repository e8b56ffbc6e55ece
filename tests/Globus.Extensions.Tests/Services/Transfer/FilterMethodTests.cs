using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class FilterMethodTests() : StringValueTests<FilterMethod>(static text => new FilterMethod(text), static value => value.Value);
