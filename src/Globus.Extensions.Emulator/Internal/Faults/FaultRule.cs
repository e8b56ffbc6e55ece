using System.IO.Enumeration;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Faults;

/// <summary>A fault and the calls it has counted. Used under the script's lock.</summary>
internal sealed class FaultRule(EmulatorFault fault, int number)
{
    // Chance that comes out the same in each run, so that a failure can be looked at again, and differently for each fault.
    private readonly Random _chance = new(number);
    private long _calls;

    public EmulatorFault Fault => fault;

    /// <summary>Counts the call if it is one of those meant, and says whether it is struck.</summary>
    public bool Strikes(HttpRequest request)
    {
        if (!Matches(request))
        {
            return false;
        }

        var call = ++_calls;
        return call >= fault.Call
            && (fault.Times is not { } times || call - fault.Call < times)
            && (fault.Probability >= 1 || _chance.NextDouble() < fault.Probability);
    }

    private bool Matches(HttpRequest request) =>
        (fault.Method is null || HttpMethods.Equals(fault.Method, request.Method))
        && (fault.Path is null || FileSystemName.MatchesSimpleExpression(fault.Path, request.Path.Value ?? "/"));
}
