namespace Globus.Extensions.Emulator.Hosting.Internal;

/// <summary>Says that the host has not started, where a request would otherwise be tried again and again on a port that nobody serves yet.</summary>
internal sealed class EmulatorStartGuard(EmulatorInstance instance) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _ = instance.Running;
        return base.SendAsync(request, cancellationToken);
    }
}
