namespace Globus.Extensions.Emulator.Tests.Driving;

/// <summary>Walks through the pages as a person without script would.</summary>
internal sealed class Browser(HttpClient http) : IDisposable
{
    public async Task<Answer> OpenAsync(Uri url) =>
        await Answer.ReadAsync(await http.GetAsync(url, TestContext.Current.CancellationToken));

    public Task<Answer> SignInAsync(Answer page, string userName) =>
        PostAsync("auth/v2/web/sign-in", ("interaction", EmulatorDriver.Interaction(page)), ("username", userName));

    public Task<Answer> DecideAsync(Answer page, string action) =>
        PostAsync("auth/v2/web/consent", ("interaction", EmulatorDriver.Interaction(page)), ("action", action));

    public async Task<Answer> PostAsync(string path, params (string Name, string Value)[] form)
    {
        using var content = EmulatorDriver.Form(form);
        return await Answer.ReadAsync(await http.PostAsync(path, content, TestContext.Current.CancellationToken));
    }

    public void Dispose() => http.Dispose();
}
