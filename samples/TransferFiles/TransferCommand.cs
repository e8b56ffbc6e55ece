using Globus.Extensions.Services.Transfer;

namespace TransferFiles;

/// <summary>The program itself: submit, watch, sum up; or watch only.</summary>
internal static class TransferCommand
{
    public static Task<int> RunAsync(Arguments arguments) => Session.RunAsync(arguments, session => RunAsync(session, arguments));

    private static async Task<int> RunAsync(Session session, Arguments arguments)
    {
        if (arguments.Follow is { } followed)
        {
            return await TaskWatch.RunAsync(session, followed, total: null, arguments.IsVerbose);
        }

        var (result, total) = arguments.Resume is { } file
            ? (await Submission.ResumeAsync(session, file), null)
            : await SubmitAsync(session, arguments);
        if (arguments.NoWait)
        {
            Screen.ShowId(result.TaskId);
            var goesOn = session.IsLocal ? "The local Globus stops with this program. To go on with the task" : "To see how it gets on";
            Screen.Tell($"{goesOn}:\n\n  {Screen.Command} --follow {result.TaskId}\n");
            return ExitCodes.Success;
        }

        return await TaskWatch.RunAsync(session, result.TaskId, total, arguments.IsVerbose);
    }

    private static async Task<(SubmissionResult Result, Total? Total)> SubmitAsync(Session session, Arguments arguments)
    {
        foreach (var left in PendingSubmission.Find(session.PendingFolder))
        {
            Screen.Tell($"An earlier run was interrupted while it submitted a transfer. To finish that: {Screen.Command} --resume {left}");
        }

        var (source, destination) = Places(arguments, session.IsLocal);
        var from = await NameAsync(session, source);
        await NameAsync(session, destination);
        var found = await Troubles.ExplainAsync(
            $"{source.Path} on {from} cannot be copied", () => session.Transfer.Files.StatAsync(source.Collection, source.Path, cancellationToken: session.Stopping));
        var isFolder = found.Type == TransferFileType.Directory;
        if (isFolder)
        {
            (source, destination) = (source.AsFolder(), destination.AsFolder());
        }

        var total = isFolder ? await Total.CountAsync(session.Transfer, source, arguments.Exclude, session.Stopping) : new Total(1, found.Size ?? 0);
        var target = isFolder || !destination.Path.EndsWith('/') ? destination.Path : destination.Path + source.Name;
        var request = new TransferRequest
        {
            SourceEndpoint = source.Collection,
            DestinationEndpoint = destination.Collection,
            Items = [new TransferItem(source.Path, target) { Recursive = isFolder }],
            Label = arguments.Label,
            SyncLevel = arguments.SyncLevel,
            FilterRules = arguments.Exclude.Count == 0 ? null : [.. arguments.Exclude.Select(pattern => TransferFilterRule.Exclude(pattern))],
            StoreBasePathInfo = true, // Who follows the task sees from where and to where.
        };
        return (await Submission.SubmitAsync(session, request), total);
    }

    /// <summary>What was named; on the Globus of this program, what was not has a default.</summary>
    private static (Place Source, Place Destination) Places(Arguments arguments, bool isLocal)
    {
        if (!isLocal && (arguments.Source is null || arguments.Destination is null))
        {
            throw new AdviceException("Say from where and to where: --source COLLECTION:PATH --destination COLLECTION:PATH.");
        }

        var source = arguments.Source ?? LocalGlobus.Source;
        return (source, arguments.Destination ?? LocalGlobus.Destination with { Path = source.Path });
    }

    private static async Task<string> NameAsync(Session session, Place place)
    {
        var collection = await Troubles.ExplainAsync(
            $"The collection {place.Collection} cannot be used", () => session.Transfer.Endpoints.GetAsync(place.Collection, session.Stopping));
        return collection.DisplayName ?? place.Collection.Value;
    }
}
