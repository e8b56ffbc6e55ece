namespace Globus.Extensions.Emulator;

/// <summary>How a person has to sign in, as an <see cref="EmulatorFault"/> has a service say in <c>authorization_parameters</c>.</summary>
public sealed record EmulatorSessionRequirement
{
    /// <summary><c>session_message</c>: what the person is told; none by default.</summary>
    public string? Message { get; init; }

    /// <summary><c>session_required_identities</c>: ids or user names of which one has to sign in; none by default.</summary>
    public IReadOnlyList<string>? Identities { get; init; }

    /// <summary><c>session_required_single_domain</c>: domains of which the identity has to be; none by default.</summary>
    public IReadOnlyList<string>? SingleDomain { get; init; }

    /// <summary><c>session_required_policies</c>: ids of policies to be met; none by default.</summary>
    public IReadOnlyList<string>? Policies { get; init; }

    /// <summary><c>session_required_mfa</c>: whether more than a password is wanted; not said by default.</summary>
    public bool? Mfa { get; init; }

    /// <summary><c>prompt</c>: <c>login</c> for a fresh sign-in; not said by default.</summary>
    public string? Prompt { get; init; }
}
