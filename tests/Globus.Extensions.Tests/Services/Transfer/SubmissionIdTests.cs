using Globus.Extensions.Services.Transfer;

namespace Globus.Extensions.Tests.Services.Transfer;

public sealed class SubmissionIdTests() : StringValueTests<SubmissionId>(static text => new SubmissionId(text), static value => value.Value);
