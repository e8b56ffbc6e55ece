using System.Net.Http.Headers;
using Globus.Extensions.Emulator.Internal.Tokens;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Http;

/// <summary>The requests answered lately, for tests to look at; the oldest make room. Thread-safe.</summary>
internal sealed class RequestLog
{
    private const int Capacity = 10_000;
    private static readonly object GrantTypeKey = new();

    private readonly Lock _gate = new();
    private readonly Queue<EmulatorRequest> _requests = new();

    /// <summary>Notes what the token endpoint has read from the form, for the entry of this request.</summary>
    public static void NoteGrantType(HttpContext context, string? grantType) => context.Items[GrantTypeKey] = grantType;

    public IReadOnlyList<EmulatorRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _requests];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
        }
    }

    /// <summary>The entry is made just before the first byte goes out: who has the answer in hand finds it here.</summary>
    public Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(
            static state =>
            {
                var (log, httpContext) = ((RequestLog, HttpContext))state;
                log.Add(httpContext);
                return Task.CompletedTask;
            },
            (this, context));
        return next(context);
    }

    private void Add(HttpContext context)
    {
        var request = context.Request;
        string? header = request.Headers.Authorization;
        var entry = new EmulatorRequest
        {
            Method = request.Method,
            Path = request.Path.Value ?? "/",
            StatusCode = context.Response.StatusCode,
            GrantType = context.Items.TryGetValue(GrantTypeKey, out var grantType) ? (string?)grantType : null,
            AuthorizationScheme = AuthenticationHeaderValue.TryParse(header, out var value) ? value.Scheme : null,
            TokenHash = BearerToken.Read(request) is { } token ? TokenText.Hash(token)[..16] : null,
        };
        lock (_gate)
        {
            if (_requests.Count == Capacity)
            {
                _requests.Dequeue();
            }

            _requests.Enqueue(entry);
        }
    }
}
