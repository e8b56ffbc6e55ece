namespace Globus.Extensions.Emulator;

/// <summary>A person who can sign in at the emulator by user name, without a password.</summary>
public sealed record EmulatorUser
{
    /// <summary>The identity id, the <c>sub</c> of the person's tokens.</summary>
    public required Guid Id { get; init; }

    /// <summary>The user name, for example <c>ada@example.org</c>; compared without regard to case.</summary>
    public required string UserName { get; init; }

    /// <summary>The full name, or <see langword="null"/>.</summary>
    public string? Name { get; init; }

    /// <summary>The e-mail address, or <see langword="null"/>.</summary>
    public string? Email { get; init; }

    /// <summary>The organization, or <see langword="null"/>.</summary>
    public string? Organization { get; init; }
}
