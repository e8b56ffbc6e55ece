using Globus.Extensions.Tokens.Storage;

namespace Login;

/// <summary>What is stored, as the commands look at it.</summary>
internal static class Stored
{
    /// <summary>Says what to do where nobody has logged in yet.</summary>
    public static async Task ThrowIfNothingAsync(Session session)
    {
        if ((await session.Get<ITokenStorage>().GetAllAsync(session.Stopping)).Count == 0)
        {
            throw new AdviceException("Nobody is logged in. Run the command login first.");
        }
    }
}
