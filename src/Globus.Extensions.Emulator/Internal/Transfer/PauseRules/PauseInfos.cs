using Globus.Extensions.Emulator.Internal.Transfer.Tasks;
using Microsoft.AspNetCore.Http;

namespace Globus.Extensions.Emulator.Internal.Transfer.PauseRules;

/// <summary>Tells why tasks are paused.</summary>
internal sealed class PauseInfos(PauseRuleBook rules, PauseRulePresenter presenter)
{
    /// <summary>Nothing holds a task that is finished.</summary>
    public RequestDelegate Of(TransferTask task)
    {
        var holds = task.Read(static progress => progress.IsFinished ? TaskHolds.None : progress.Holds);
        return TransferAnswers.Ok(
            new PauseInfo
            {
                PauseRules = task.IsFinished ? [] : [.. rules.Holding(task).Select(presenter.PresentLimited)],
                SourcePauseMessage = holds.Source,
                DestinationPauseMessage = holds.Destination,
                SourcePauseMessageShare = holds.SourceShare,
                DestinationPauseMessageShare = holds.DestinationShare,
            },
            TransferJsonContext.Default.PauseInfo);
    }
}
