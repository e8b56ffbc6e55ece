namespace Globus.Extensions.Emulator.Internal.Transfer.Streams;

/// <summary>What is told of a stream access point.</summary>
internal sealed record StreamAccessPointAttributes
{
    public required string DisplayName { get; init; }

    public required string TlsftpServer { get; init; }

    public string? AdvertisedOwner { get; init; }

    public string? ContactEmail { get; init; }

    public string? ContactInfo { get; init; }

    public string? Department { get; init; }

    public string? Description { get; init; }

    public string? InfoLink { get; init; }

    public string? Keywords { get; init; }

    public string? Organization { get; init; }
}
