using System.Globalization;
using System.Net;
using System.Text;

namespace Globus.Extensions.LoginFlows.Internal;

/// <summary>What the person sees in the end, as a whole HTTP answer.</summary>
internal sealed class ResultPage(LocalServerLoginOptions options)
{
    private const int LongestMessage = 1000;

    // No script, nothing from elsewhere, no frame around it; and nobody learns the code from where the browser comes from.
    private const string Headers =
        "Content-Type: text/html; charset=utf-8\r\n"
        + "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n"
        + "Cache-Control: no-store\r\n"
        + "Pragma: no-cache\r\n"
        + "Referrer-Policy: no-referrer\r\n"
        + "X-Content-Type-Options: nosniff\r\n"
        + "X-Frame-Options: DENY\r\n"
        + "Cross-Origin-Resource-Policy: same-origin\r\n"
        + "Connection: close\r\n";

    private const string Template = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>$login_result</title>
        <style>
        :root { color-scheme: light dark; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f2f4f7, #14181d); color: light-dark(#1b2430, #e8ecf1);
          font: 1.125rem/1.5 system-ui, sans-serif; }
        main { box-sizing: border-box; width: min(34rem, 100% - 2rem); padding: 2rem; border-radius: .75rem; background: light-dark(#fff, #1f252d);
          border: 1px solid light-dark(#d5dbe3, #38414d); overflow-wrap: anywhere; }
        h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; }
        p { margin: 0; }
        .app { margin-bottom: .5rem; color: light-dark(#526071, #a9b4c1); font-size: 1rem; }
        .app:empty { display: none; }
        </style>
        </head>
        <body>
        <main>
        <p class="app">$app_name</p>
        <h1>$login_result</h1>
        <p role="status">$post_login_message</p>
        </main>
        </body>
        </html>

        """;

    public byte[] Succeeded() =>
        Write(HttpStatusCode.OK, "Login successful", options.SuccessMessage ?? "You can close this page and go back to the program.");

    public byte[] Failed(HttpStatusCode status, string reason) => Write(status, "Login failed", reason);

    /// <summary>For a request that is no answer to the login, which goes on.</summary>
    public byte[] Refused(int status, string reason) => Write((HttpStatusCode)status, "Not the answer to the login", reason);

    private byte[] Write(HttpStatusCode status, string result, string message)
    {
        var clipped = message.Length <= LongestMessage ? message : string.Concat(message.AsSpan(0, LongestMessage), "…");
        var body = Encoding.UTF8.GetBytes(PageTemplate.Fill(options.HtmlTemplate ?? Template, name => name switch
        {
            PageTemplate.LoginResult => result,
            PageTemplate.PostLoginMessage => clipped,
            _ => options.AppName ?? string.Empty,
        }));
        var allow = status == HttpStatusCode.MethodNotAllowed ? "Allow: GET\r\n" : string.Empty;
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)status} {Phrase(status)}\r\n{Headers}{allow}Content-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static string Phrase(HttpStatusCode status) => status switch
    {
        HttpStatusCode.OK => "OK",
        HttpStatusCode.BadRequest => "Bad Request",
        HttpStatusCode.Forbidden => "Forbidden",
        HttpStatusCode.NotFound => "Not Found",
        HttpStatusCode.MethodNotAllowed => "Method Not Allowed",
        HttpStatusCode.RequestUriTooLong => "URI Too Long",
        HttpStatusCode.MisdirectedRequest => "Misdirected Request",
        HttpStatusCode.RequestHeaderFieldsTooLarge => "Request Header Fields Too Large",
        HttpStatusCode.BadGateway => "Bad Gateway",
        HttpStatusCode.HttpVersionNotSupported => "HTTP Version Not Supported",
        _ => "Error",
    };
}
