namespace Globus.Extensions.Emulator.Internal.AuthApi;

/// <summary>A field of a body: left out is another thing than null.</summary>
internal readonly record struct Field<T>(bool IsSet, T Value)
{
    /// <summary>The value sent, or what is there already.</summary>
    public T Or(T present) => IsSet ? Value : present;
}
