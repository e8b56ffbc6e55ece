using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Faults;

/// <summary>The faults that are still to come, in order. Thread-safe.</summary>
internal sealed class FaultScript
{
    private readonly Lock _gate = new();
    private List<FaultRule> _rules = [];

    /// <summary>Adds a fault, whose calls are counted from now on.</summary>
    /// <exception cref="ArgumentException">The fault contradicts itself.</exception>
    public void Add(EmulatorFault fault)
    {
        if (FaultProblems.Of(fault) is { } problem)
        {
            throw new ArgumentException(problem, nameof(fault));
        }

        lock (_gate)
        {
            _rules = [.. _rules, new FaultRule(fault with { }, _rules.Count)];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _rules = [];
        }
    }

    /// <summary>What happens to a call. Every fault counts it; the first that strikes acts.</summary>
    public bool TryTake(HttpRequest request, [NotNullWhen(true)] out EmulatorFault? fault)
    {
        fault = null;
        lock (_gate)
        {
            foreach (var rule in _rules)
            {
                if (rule.Strikes(request))
                {
                    fault ??= rule.Fault;
                }
            }
        }

        return fault is not null;
    }
}
