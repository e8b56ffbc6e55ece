namespace Globus.Extensions.Emulator.Internal.Transfer.Streams;

/// <summary>A place of an endpoint from which or to which data can stream.</summary>
internal sealed record StreamAccessPoint(Guid Id, Guid EndpointId, string DisplayName, string TlsftpServer);
