using Globus.Extensions.Testing;

namespace Globus.Extensions.Tests.LoginFlows.Conformance;

/// <summary>The person of a check at a terminal: visits the URL that was printed last, and pastes where the browser was sent to.</summary>
internal sealed class TerminalPerson(LoginPerson person, StringWriter screen) : TextReader
{
    private readonly Queue<Uri> _held = [];

    public override string? ReadLine()
    {
        if (_held.Count == 0)
        {
            var url = screen.ToString().Split('\n').Select(static line => line.Trim()).Last(static line => line.StartsWith("https://", StringComparison.Ordinal));

#pragma warning disable VSTHRD002 // A read from a console blocks its thread, too; the manager has one for it.
            foreach (var address in person.VisitAsync(new Uri(url)).GetAwaiter().GetResult())
#pragma warning restore VSTHRD002
            {
                _held.Enqueue(address);
            }
        }

        return _held.Dequeue().AbsoluteUri;
    }
}
