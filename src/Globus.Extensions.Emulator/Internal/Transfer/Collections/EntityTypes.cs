namespace Globus.Extensions.Emulator.Internal.Transfer.Collections;

/// <summary>The kinds of collections and endpoints.</summary>
internal static class EntityTypes
{
    public const string GcpMapped = "GCP_mapped_collection";
    public const string GcpGuest = "GCP_guest_collection";
    public const string GcsEndpoint = "GCSv5_endpoint";
    public const string GcsMapped = "GCSv5_mapped_collection";
    public const string GcsGuest = "GCSv5_guest_collection";

    public static bool IsKnown(string type) => type is GcpMapped or GcpGuest or GcsEndpoint or GcsMapped or GcsGuest;

    public static bool IsMapped(string type) => type is GcpMapped or GcsMapped;

    public static bool IsGuest(string type) => type is GcpGuest or GcsGuest;

    public static bool IsPersonal(string type) => type is GcpMapped or GcpGuest;

    /// <summary>Whether something of the first kind can stand on something of the second.</summary>
    public static bool CanStandOn(string type, string host) => (type, host) is (GcpGuest, GcpMapped) or (GcsGuest, GcsMapped) or (GcsMapped, GcsEndpoint);
}
