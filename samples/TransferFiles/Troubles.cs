using Globus.Extensions.Http;

namespace TransferFiles;

/// <summary>What Globus refused or left unanswered, in one line for people.</summary>
internal static class Troubles
{
    /// <summary>Why there was no answer; .NET puts what happened to the connection one level down.</summary>
    public static string Describe(Exception outage) => outage.InnerException is IOException cause ? $"{outage.Message} {cause.Message}" : outage.Message;

    public static async Task<T> ExplainAsync<T>(string what, Func<Task<T>> request)
    {
        try
        {
            return await request();
        }
        catch (TransferApiException exception)
        {
            throw Explain(what, exception);
        }
    }

    /// <summary>The exception's own message names the route; it is kept where it says what to do, as it does when a login is wanted.</summary>
    public static AdviceException Explain(string what, TransferApiException exception)
    {
        var isAboutLogin = exception.RequiredScopes.Count > 0 || exception.AuthorizationRequirements is not null;
        return new AdviceException(
            isAboutLogin || exception.ApiMessage is null ? $"{what}. {exception.Message}" : $"{what}: {exception.ApiMessage.TrimEnd('.')} ({exception.Code}).", exception);
    }
}
