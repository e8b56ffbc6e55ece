namespace Globus.Extensions.Principals.Internal;

/// <summary>A confidential client to make of a native one, its template, for the machine of one person.</summary>
internal sealed record NativeAppInstance(string Name, ClientId TemplateId);
