namespace Globus.Extensions.Http.Internal;

/// <summary>A value that a service defines and may extend: a text with a type of its own, never an enum.</summary>
internal interface IStringValue<TSelf>
    where TSelf : struct, IStringValue<TSelf>
{
    string Value { get; }

    static abstract TSelf Create(string value);
}
