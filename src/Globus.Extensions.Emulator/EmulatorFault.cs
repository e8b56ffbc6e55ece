namespace Globus.Extensions.Emulator;

/// <summary>
/// Something that goes wrong: which calls it strikes, and what happens to them. <see cref="Latency"/> and <see cref="BytesPerSecond"/> go
/// together with anything; of the rest a fault has one.
/// </summary>
public sealed record EmulatorFault
{
    /// <summary>The HTTP method it strikes; <see langword="null"/>, the default, is any.</summary>
    public string? Method { get; set; }

    /// <summary>
    /// The path it strikes, without the query, for example <c>/transfer/v0.10/task/*</c>; <c>*</c> stands for any text, <c>?</c> for
    /// one character. Letter case does not count. <see langword="null"/>, the default, is any.
    /// </summary>
    public string? Path { get; set; }

    /// <summary>Which of the matching calls is the first to be struck, counted from 1, the default.</summary>
    public int Call { get; set; } = 1;

    /// <summary>How many matching calls in a row are struck; 1 by default, <see langword="null"/> for all that follow.</summary>
    public int? Times { get; set; } = 1;

    /// <summary>How likely each of these calls is struck, above 0 and up to 1, the default. The same script strikes the same calls each time.</summary>
    public double Probability { get; set; } = 1;

    /// <summary>How long the call waits before it is looked at; nothing by default, an hour at most.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>How fast the answer is sent; <see langword="null"/>, the default, is as fast as it goes.</summary>
    public int? BytesPerSecond { get; set; }

    /// <summary>The status of the answer, from 400 to 599, in place of what the service would have done. <see langword="null"/> by default.</summary>
    public int? Status { get; set; }

    /// <summary>The error code beside <see cref="Status"/>; the usual one of that status by default.</summary>
    public string? Code { get; set; }

    /// <summary>The message beside <see cref="Status"/>; the usual one of that status by default.</summary>
    public string? Message { get; set; }

    /// <summary>The header <c>Retry-After</c> beside <see cref="Status"/>, sent in whole seconds; none by default.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>Whether, and when, the connection is cut. Not by default.</summary>
    public EmulatorConnectionFault Connection { get; set; }

    /// <summary>What happens to the access token that the call carries, before the service looks at it. Nothing by default.</summary>
    public EmulatorTokenFault Token { get; set; }

    /// <summary>The scope strings that the answer, a 403 with the code <c>ConsentRequired</c>, says consent is missing for. None by default.</summary>
    public IReadOnlyList<string> ConsentRequired { get; set => field = value ?? []; } = [];

    /// <summary>How the person has to sign in, as the answer, a 403, says. <see langword="null"/> by default.</summary>
    public EmulatorSessionRequirement? SessionRequired { get; set; }

    /// <summary>Reads a script: a JSON array of faults. Of several that strike one call the first in the file acts; all of them count it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The faults.</returns>
    /// <exception cref="InvalidDataException">The file is no JSON, or a fault contradicts itself; the message names the place.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IReadOnlyList<EmulatorFault> Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Internal.Faults.FaultFile.Load(path);
    }
}
