using System.Globalization;

namespace Globus.Extensions.StorageWorker;

/// <summary>How a process of a test and the test speak with each other.</summary>
internal static class Talk
{
    /// <summary>Says that the process is up, and waits for the word to begin.</summary>
    public static async Task ReadyAsync()
    {
        Say("ready");
        _ = await Console.In.ReadLineAsync() ?? throw new EndOfStreamException("The test has gone.");
    }

    public static void Say(long number) => Say(number.ToString(CultureInfo.InvariantCulture));

    public static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
