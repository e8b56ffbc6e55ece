namespace Globus.Extensions.Emulator.Internal.Transfer.Tasks;

/// <summary>The kinds of tasks.</summary>
internal static class TaskTypes
{
    public const string Transfer = "TRANSFER";
    public const string Delete = "DELETE";
}
