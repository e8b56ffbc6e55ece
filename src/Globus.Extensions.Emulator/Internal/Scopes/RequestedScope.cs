namespace Globus.Extensions.Emulator.Internal.Scopes;

/// <summary>One scope of a request with what it depends on: <c>[*]name[dependents]</c>.</summary>
internal sealed record RequestedScope(string Name, bool IsOptional, IReadOnlyList<RequestedScope> Dependents)
{
    public override string ToString() =>
        (IsOptional ? "*" : "") + Name + (Dependents.Count == 0 ? "" : $"[{string.Join(' ', Dependents)}]");
}
