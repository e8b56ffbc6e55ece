using System.Text;

namespace Globus.Extensions.Tests.Support;

/// <summary>A stream that cannot go back, such as one from the network.</summary>
internal sealed class OneWayStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    public override bool CanSeek => false;
}
