using System.Collections.Concurrent;

namespace Globus.Extensions.BrowserTests.Driving;

/// <summary>Somebody in front of a browser: sees what is labelled, and uses it.</summary>
public sealed class Person : IAsyncDisposable
{
    public const string Ada = "ada@example.org";
    public const string Grace = "grace@example.org";

    /// <summary>In milliseconds: a busy machine starts programs slowly, and nothing here waits longer than it has to.</summary>
    private const int Patience = 30_000;

    private readonly IBrowserContext _context;
    private readonly Look _look;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Person(IBrowserContext context, Look look, IPage page)
    {
        _context = context;
        _look = look;
        Page = page;
    }

    public IPage Page { get; private set; }

    /// <summary>What the browser has found wrong with the pages, a policy that was broken among it.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public static async Task<Person> SitDownAsync(IBrowserContext context, Look look)
    {
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        var person = new Person(context, look, await context.NewPageAsync());
        context.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                person._complaints.Enqueue(message.Text);
            }
        };
        return person;
    }

    public Task<IResponse?> VisitAsync(string url) => Page.GotoAsync(url);

    /// <summary>Turns to a new tab of the same browser.</summary>
    public async Task OpenTabAsync() => Page = await _context.NewPageAsync();

    /// <summary>Turns to a tab that is open already.</summary>
    public void TurnTo(IPage tab) => Page = tab;

    public async Task SignInAsync(string userName)
    {
        await Page.GetByLabel("User name").FillAsync(userName);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Continue", Exact = true }).ClickAsync();
    }

    public Task AllowAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();

    /// <summary>Allows access, but holds the browser back before it goes where it is sent.</summary>
    /// <returns>Where it is sent.</returns>
    public async Task<string> AllowWithoutFollowingAsync()
    {
        var location = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await Page.RouteAsync("**/web/consent", async route =>
        {
            var answer = await route.FetchAsync(new() { MaxRedirects = 0 });
            location.SetResult(answer.Headers["location"]);
            await route.AbortAsync();
        });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        return await location.Task;
    }

    public Task DenyAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Deny" }).ClickAsync();

    public Task SeesAsync(string heading) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);

    /// <summary>Saves what is on the screen, to be looked at.</summary>
    public Task TakePictureAsync(string name) => Page.ScreenshotAsync(new() { Path = Pictures.PathOf($"{name}-{_look.Name}"), FullPage = true });

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
