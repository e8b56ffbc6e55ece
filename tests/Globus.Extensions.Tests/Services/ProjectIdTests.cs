using Globus.Extensions.Principals;

namespace Globus.Extensions.Tests.Services;

public sealed class ProjectIdTests() : StringValueTests<ProjectId>(static text => new ProjectId(text), static value => value.Value);
