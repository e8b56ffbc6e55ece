namespace Globus.Extensions.Http.Internal;

/// <summary>The service that answered, as far as its errors differ.</summary>
internal enum GlobusService
{
    /// <summary>Any service without rules of its own.</summary>
    Other,

    /// <summary>Globus Auth, its OAuth endpoints included.</summary>
    Auth,

    /// <summary>Globus Groups.</summary>
    Groups,

    /// <summary>Globus Transfer.</summary>
    Transfer,
}
