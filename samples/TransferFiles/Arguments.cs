using System.CommandLine;
using System.CommandLine.Parsing;
using Globus.Extensions.Services.Transfer;

namespace TransferFiles;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Arguments
{
    private static readonly Option<Place?> SourceOption = PlaceOption("--source", "What to copy: a folder, or a file");
    private static readonly Option<Place?> DestinationOption = PlaceOption("--destination", "Where to: of a folder the contents go into this one; of a file, the new file, or a folder that ends with /");
    private static readonly Option<string> LabelOption = new("--label") { Description = "A name for the task", HelpName = "text" };
    private static readonly Option<string> SyncLevelOption = new("--sync-level") { Description = "Copy only what is not there yet, or differs by this and what stands before it" };
    private static readonly Option<string[]> ExcludeOption = new("--exclude")
    {
        Description = "Leave out files and folders with such names, for example *.tmp; may be given several times",
        HelpName = "pattern",
        DefaultValueFactory = static _ => [],
    };

    private static readonly Option<string> FollowOption = new("--follow") { Description = "Submit nothing, but watch a task that exists", HelpName = "task" };
    private static readonly Option<string> ResumeOption = new("--resume") { Description = "Submit what an interrupted run left in this file; never a second task", HelpName = "file" };
    private static readonly Option<bool> NoWaitOption = new("--no-wait") { Description = "Submit, show the id of the task, and end" };
    private static readonly Option<string> ClientIdOption = new("--client-id")
    {
        Description = "The client id of a registered native app; default: the setting Globus:ClientId, else a local Globus is used",
        HelpName = "uuid",
    };

    private static readonly Option<bool> FreshOption = new("--fresh") { Description = "Begin with a new local Globus: forget the tasks and files of the one that earlier runs have left" };
    private static readonly Option<bool> VerboseOption = new("--verbose", "-v") { Description = "Say on standard error what happens, also when all is well" };

    public Place? Source { get; private init; }

    public Place? Destination { get; private init; }

    public string? Label { get; private init; }

    public SyncLevel? SyncLevel { get; private init; }

    public IReadOnlyList<string> Exclude { get; private init; } = [];

    public TransferTaskId? Follow { get; private init; }

    public string? Resume { get; private init; }

    public bool NoWait { get; private init; }

    public string? ClientId { get; private init; }

    public bool IsFresh { get; private init; }

    public bool IsVerbose { get; private init; }

    public static RootCommand CreateCommand(Func<Arguments, Task<int>> run)
    {
        SyncLevelOption.AcceptOnlyFromAmong("exists", "size", "mtime", "checksum");
        var command = new RootCommand("Copies a folder from one collection to another and shows how it gets on. Without any setting it works on a local Globus of its own.")
        {
            SourceOption, DestinationOption, LabelOption, SyncLevelOption, ExcludeOption, NoWaitOption, FollowOption, ResumeOption, ClientIdOption, FreshOption, VerboseOption,
        };
        command.Validators.Add(RefuseContradictions);
        command.SetAction((parsed, _) => run(Read(parsed)));
        return command;
    }

    private static void RefuseContradictions(CommandResult result)
    {
        Option[] submission = [SourceOption, DestinationOption, LabelOption, SyncLevelOption, ExcludeOption];
        Option[] withFollow = [.. submission, ResumeOption, NoWaitOption, FreshOption];
        Refuse(FollowOption, withFollow, "watches a task that exists");
        Refuse(ResumeOption, [.. submission, FreshOption], "submits what is in the file");
        Refuse(ClientIdOption, [FreshOption], "means the real Globus");

        void Refuse(Option option, Option[] others, string what)
        {
            if (result.GetResult(option) is not null && others.FirstOrDefault(other => result.GetResult(other) is { Implicit: false }) is { } other)
            {
                result.AddError($"{option.Name} {what}: {other.Name} cannot be given beside it.");
            }
        }
    }

    private static Arguments Read(ParseResult parsed) => new()
    {
        Source = parsed.GetValue(SourceOption),
        Destination = parsed.GetValue(DestinationOption),
        Label = parsed.GetValue(LabelOption),
        SyncLevel = parsed.GetValue(SyncLevelOption) is { } level ? Globus.Extensions.Services.Transfer.SyncLevel.Parse(level) : null,
        Exclude = parsed.GetValue(ExcludeOption) ?? [],
        Follow = parsed.GetValue(FollowOption) is { Length: > 0 } task ? new TransferTaskId(task) : null,
        Resume = parsed.GetValue(ResumeOption),
        NoWait = parsed.GetValue(NoWaitOption),
        ClientId = parsed.GetValue(ClientIdOption),
        IsFresh = parsed.GetValue(FreshOption),
        IsVerbose = parsed.GetValue(VerboseOption),
    };

    private static Option<Place?> PlaceOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "collection:path",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
            if (!Place.TryParse(text, out var place))
            {
                result.AddError($"'{text}' is no place. Write the id of a collection, a colon, and a path that begins with / or ~, for example 6c54cade-bde5-45c1-bdea-f4bd71dba2cc:/home/.");
            }

            return place;
        },
    };
}
