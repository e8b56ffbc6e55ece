using System.Net;
using Globus.Extensions.Emulator.Internal.AuthApi;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;

namespace Globus.Extensions.Emulator.Internal.Transfer.Streams;

/// <summary>Reads the attributes of tunnels; the problems stay with the fields.</summary>
internal static class TunnelFields
{
    private const int DefaultLifetimeMins = 360;
    private const int MaxPort = 65_535;

    public static Tunnel Read(Fields attributes, Guid owner, Guid submission, Guid initiator, Guid listener, DateTimeOffset now)
    {
        var lifetime = attributes.IsNull("lifetime_mins") ? default : attributes.PositiveInteger("lifetime_mins");
        var change = ReadContact(attributes);
        var tunnel = change(new Tunnel
        {
            Id = Guid.NewGuid(),
            SubmissionId = submission,
            OwnerId = owner,
            Initiator = initiator,
            Listener = listener,
            CreatedTime = now,
            LifetimeMins = lifetime.Or(DefaultLifetimeMins),
            Restartable = attributes.OptionalFlag("restartable").Value,
        }.Note("CREATED", "The tunnel has been created.", now), now);
        return tunnel;
    }

    /// <summary>
    /// What can be changed later. With the address and port of the listening side a tunnel that waits for them becomes active; a stop is a wish.
    /// </summary>
    public static Func<Tunnel, DateTimeOffset, Tunnel> ReadChange(Fields attributes)
    {
        var state = attributes.OneOf("state", TunnelStates.Stopping);
        var change = ReadContact(attributes);
        return (tunnel, now) => state.IsSet && !tunnel.IsStopped
            ? change(tunnel, now).Enter(TunnelStates.Stopping, "A request to stop tunnel has been received.", now)
            : change(tunnel, now);
    }

    private static Func<Tunnel, DateTimeOffset, Tunnel> ReadContact(Fields attributes)
    {
        var label = TaskFields.Label(attributes);
        var address = attributes.NullableText("listener_ip_address");
        if (address.Value is { } text && !IPAddress.TryParse(text, out _))
        {
            attributes.Reject("listener_ip_address", "must be an IP address.");
        }

        var port = attributes.IsNull("listener_port") ? new(true, null) : Some(attributes.Integer("listener_port", 1, MaxPort));
        return (tunnel, now) =>
        {
            tunnel = tunnel with
            {
                Label = label.Or(tunnel.Label),
                ListenerIpAddress = address.Or(tunnel.ListenerIpAddress),
                ListenerPort = port.Or(tunnel.ListenerPort),
            };
            return tunnel is { State: TunnelStates.AwaitingListener, ListenerIpAddress: not null, ListenerPort: not null }
                ? tunnel.Enter(TunnelStates.Active, "The tunnel is active.", now)
                : tunnel;
        };
    }

    private static Field<int?> Some(Field<int> field) => new(field.IsSet, field.Value);
}
