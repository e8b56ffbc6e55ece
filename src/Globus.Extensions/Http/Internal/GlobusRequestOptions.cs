namespace Globus.Extensions.Http.Internal;

/// <summary>The keys under which a request carries what the pipeline needs to know of it.</summary>
internal static class GlobusRequestOptions
{
    public static readonly HttpRequestOptionsKey<RequestAuthorization> Authorization = new("Globus.Extensions.Authorization");

    public static readonly HttpRequestOptionsKey<RequestReplay> Replay = new("Globus.Extensions.Replay");

    /// <summary>What earlier sendings of the same request took of the total deadline.</summary>
    public static readonly HttpRequestOptionsKey<TimeSpan> TimeSpent = new("Globus.Extensions.TimeSpent");

    /// <summary>An earlier sending failed in a way that leaves open whether the service carried it out.</summary>
    public static readonly HttpRequestOptionsKey<bool> MayHaveBeenCarriedOut = new("Globus.Extensions.MayHaveBeenCarriedOut");

    /// <summary>Reads a successful answer while it arrives. Without it the answer is held in memory as it is.</summary>
    public static readonly HttpRequestOptionsKey<Func<HttpResponseMessage, CancellationToken, Task>> ReadArriving = new("Globus.Extensions.ReadArriving");
}
