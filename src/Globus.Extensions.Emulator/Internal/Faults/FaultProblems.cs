namespace Globus.Extensions.Emulator.Internal.Faults;

/// <summary>Finds what is wrong with a fault.</summary>
internal static class FaultProblems
{
    public static string? Of(EmulatorFault fault) => fault switch
    {
        { Call: < 1 } => $"The first call is number 1; {fault.Call} is none.",
        { Times: < 1 } => $"A fault that strikes {fault.Times} times is none; null stands for all calls.",
        { Probability: <= 0 or > 1 or double.NaN } => $"The probability {fault.Probability} is not above 0 and up to 1.",
        { BytesPerSecond: < 1 } => $"No answer gets through at {fault.BytesPerSecond} bytes per second.",
        { Status: < 400 or > 599 } => $"The status {fault.Status} is no error; wanted is one from 400 to 599.",
        { Status: null } when fault is not { Code: null, Message: null, RetryAfter: null } => "Code, message and Retry-After go with a status, which is missing.",
        { Path: { } path } when !path.StartsWith('/') && !path.StartsWith('*') => $"The path '{path}' begins neither with / nor with *.",
        _ when fault.Latency < TimeSpan.Zero || fault.Latency > GlobusEmulatorOptions.MaxLatency => $"The latency {fault.Latency} is not from 0 to an hour.",
        _ when fault.RetryAfter < TimeSpan.Zero => $"Retry-After cannot be {fault.RetryAfter}.",
        _ when !Enum.IsDefined(fault.Connection) || !Enum.IsDefined(fault.Token) => "The kind of connection or token fault is not known.",
        _ => CountEffects(fault) switch
        {
            0 when fault.Latency == TimeSpan.Zero && fault.BytesPerSecond is null => "The fault does nothing: give it a status, or another effect.",
            > 1 => "The fault has more than one of status, connection, token, consent_required and session_required: make several faults of it.",
            _ => null,
        },
    };

    private static int CountEffects(EmulatorFault fault) =>
        (fault.Status is null ? 0 : 1)
        + (fault.Connection == EmulatorConnectionFault.None ? 0 : 1)
        + (fault.Token == EmulatorTokenFault.None ? 0 : 1)
        + (fault.ConsentRequired.Count == 0 ? 0 : 1)
        + (fault.SessionRequired is null ? 0 : 1);
}
