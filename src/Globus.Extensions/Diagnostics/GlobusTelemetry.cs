namespace Globus.Extensions.Diagnostics;

/// <summary>
/// The names of the library's spans, instruments and attributes, which are part of its contract. None of them carries a token, a secret, or the id of a person or a task.
/// </summary>
/// <example><code>
/// builder.Services.AddOpenTelemetry()
///     .WithTracing(tracing => tracing.AddSource(GlobusTelemetry.ActivitySourceName))
///     .WithMetrics(metrics => metrics.AddMeter(GlobusTelemetry.MeterName));
/// </code></example>
public static class GlobusTelemetry
{
    /// <summary>The <see cref="System.Diagnostics.ActivitySource"/> of all spans.</summary>
    public const string ActivitySourceName = "Globus.Extensions";

    /// <summary>The <see cref="System.Diagnostics.Metrics.Meter"/> of all instruments.</summary>
    public const string MeterName = "Globus.Extensions";

    /// <summary>The span of a token being brought about: from the storage, if somebody else has renewed it, else by a grant.</summary>
    public const string TokenRenewalActivity = "globus.token.renew";

    /// <summary>The span of a login, from its beginning until its tokens are stored.</summary>
    public const string LoginActivity = "globus.login";

    /// <summary>The span of <see cref="Services.Transfer.TaskOperations.WaitAsync"/>.</summary>
    public const string TaskWaitActivity = "globus.task.wait";

    /// <summary>The histogram of how long <see cref="TokenRenewalActivity"/> takes, in seconds.</summary>
    public const string TokenRenewalDuration = "globus.token.renewal.duration";

    /// <summary>The histogram of how long <see cref="LoginActivity"/> takes, in seconds.</summary>
    public const string LoginDuration = "globus.login.duration";

    /// <summary>The histogram of how long <see cref="TaskWaitActivity"/> takes, in seconds.</summary>
    public const string TaskWaitDuration = "globus.task.wait.duration";

    /// <summary>The counter of requests that were sent again because an attempt failed, in <c>{retry}</c>.</summary>
    public const string RequestRetries = "globus.request.retries";

    /// <summary>The name that the app is registered under; the default app has none.</summary>
    public const string AppNameAttribute = "globus.app.name";

    /// <summary>The resource server that a token is for, such as <c>transfer.api.globus.org</c>.</summary>
    public const string ResourceServerAttribute = "globus.resource_server";

    /// <summary>
    /// Why a token was wanted: <c>needed</c> (a request has none that may be used), <c>rejected</c> (a service answered 401) or <c>early</c> (in the background, ahead of
    /// its end).
    /// </summary>
    public const string TokenRenewalReasonAttribute = "globus.token.renewal.reason";

    /// <summary>Where the token came from: <c>grant</c> (Globus Auth issued it) or <c>storage</c> (it was there already). Absent where there was none to be had.</summary>
    public const string TokenOriginAttribute = "globus.token.origin";

    /// <summary>How the task stood when the wait was over, such as <c>SUCCEEDED</c>. Absent where the wait failed.</summary>
    public const string TaskStatusAttribute = "globus.task.status";

    /// <summary>The host that a request was sent to.</summary>
    public const string ServerAddressAttribute = "server.address";

    /// <summary>
    /// What went wrong: the status of the answer, such as <c>503</c>, the kind of connection failure, such as <c>connection_error</c>, or the full name of
    /// the exception's type. Absent where nothing did.
    /// </summary>
    public const string ErrorTypeAttribute = "error.type";
}
