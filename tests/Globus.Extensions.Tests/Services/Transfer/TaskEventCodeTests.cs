using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class TaskEventCodeTests() : StringValueTests<TaskEventCode>(static text => new TaskEventCode(text), static value => value.Value);
