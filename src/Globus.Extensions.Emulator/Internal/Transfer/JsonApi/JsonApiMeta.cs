namespace Globus.Extensions.Emulator.Internal.Transfer.JsonApi;

/// <summary>What every answer of version 2 says about itself.</summary>
internal sealed record JsonApiMeta(string RequestId)
{
    public static JsonApiMeta New() => new(TransferErrors.NewRequestId());
}
