using System.Net;
using Globus.Extensions.Http;
using Globus.Extensions.Services.Transfer;

namespace TransferFiles;

/// <summary>Submits once: what is not known to have arrived can be submitted again, by this run or by another.</summary>
internal static class Submission
{
    public static async Task<SubmissionResult> SubmitAsync(Session session, TransferRequest request)
    {
        var prepared = await Troubles.ExplainAsync("The transfer cannot be submitted", () => session.Transfer.PrepareAsync(request, session.Stopping));
        var pending = await PendingSubmission.KeepAsync(session.PendingFolder, prepared, session.Stopping);
        return await SubmitAsync(session, prepared, pending);
    }

    public static async Task<SubmissionResult> ResumeAsync(Session session, string file)
    {
        var (pending, request) = await PendingSubmission.ReadAsync(file, session.Stopping);
        return await SubmitAsync(session, request, pending);
    }

    private static async Task<SubmissionResult> SubmitAsync(Session session, TransferRequest request, PendingSubmission pending)
    {
        try
        {
            var result = await session.Transfer.SubmitTransferAsync(request, session.Stopping);
            pending.Remove();
            if (result.IsDuplicate)
            {
                Screen.Tell("It had been accepted before; this is that task.");
            }

            return result;
        }
        catch (TransferApiException exception) when (IsRefusal(exception))
        {
            pending.Remove();
            throw Troubles.Explain("The transfer was refused", exception);
        }
        catch
        {
            Screen.Tell($"Whether the transfer was accepted is not known. To find out, submit it again; there will be one task all the same:\n\n  {Screen.Command} --resume {pending.FilePath}\n");
            throw;
        }
    }

    /// <summary>Whether the service has said no to the request itself, rather than to the moment.</summary>
    private static bool IsRefusal(TransferApiException exception) => exception.StatusCode is
        HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.RequestEntityTooLarge;
}
