using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Transfer.Tasks;
using Microsoft.Win32.SafeHandles;

namespace Globus.Extensions.Emulator.Internal.State;

/// <summary>
/// What has been submitted since the state was last saved, a task on a line, in a file beside the state file: a submission outlives a crash in
/// the moment before its task is saved with all the rest. Thread-safe.
/// </summary>
/// <remarks>
/// A line without its end was never answered, and is none. Tasks that the state holds too do no harm: they are taken out when it is convenient.
/// </remarks>
internal sealed class SubmissionJournal(string stateFile) : IDisposable
{
    private const string Format = "globus-emulator-journal";
    private const byte LineEnd = (byte)'\n';

    private readonly string _path = PathOf(stateFile);
    private readonly string _next = PathOf(stateFile) + ".new";
    private readonly Lock _gate = new();
    private readonly Lock _flushing = new();
    private SafeFileHandle? _file;

    // Where the tasks start in the file; the rest counts the bytes of all tasks there have been, those that are forgotten included.
    private long _start;
    private long _forgotten;
    private long _appended;
    private long _flushed;

    /// <summary>How much has been appended, to be given to <see cref="Forget"/>.</summary>
    public long Mark
    {
        get
        {
            lock (_gate)
            {
                return _appended;
            }
        }
    }

    public static string PathOf(string stateFile) => Path.GetFullPath(stateFile) + ".journal";

    /// <summary>What an emulator before this one has left.</summary>
    /// <param name="state">The state that there is; <see langword="null"/> if there is none.</param>
    /// <exception cref="InvalidDataException">It is damaged, or belongs to another state.</exception>
    public IReadOnlyList<TaskState> Read(Guid? state)
    {
        var bytes = File.Exists(_path) ? File.ReadAllBytes(_path) : [];
        var lines = bytes.AsMemory(0, bytes.AsSpan().LastIndexOf(LineEnd) + 1);
        if (!TryTakeLine(ref lines, out var first))
        {
            return [];
        }

        try
        {
            var header = JsonSerializer.Deserialize(first.Span, StateJsonContext.Default.JournalHeader);
            if (header is not { Format: Format, Version: JournalHeader.CurrentVersion })
            {
                throw new JsonException($"A first line with \"format\": \"{Format}\" and \"version\": {JournalHeader.CurrentVersion} is wanted.");
            }

            if (header.State != state)
            {
                throw Refuse($"belongs to another state than '{stateFile}'", "Put back the state file that was there");
            }

            var tasks = new List<TaskState>();
            while (TryTakeLine(ref lines, out var line))
            {
                tasks.Add(JsonSerializer.Deserialize(line.Span, StateJsonContext.Default.TaskState) ?? throw new JsonException("A task is null."));
            }

            return tasks;
        }
        catch (JsonException exception)
        {
            throw Refuse($"is damaged: {exception.Message}", "Put back a copy of it", exception);
        }
    }

    /// <summary>Appends a task, beyond the reach of a crash of this process; <see cref="Flush"/> sees to crashes of the machine.</summary>
    /// <param name="state">The state that it belongs to, which is in its file.</param>
    /// <param name="task">The task.</param>
    public void Append(Guid state, TaskState task)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(task, StateJsonContext.Default.TaskState), LineEnd];
        lock (_gate)
        {
            _file ??= _forgotten == _appended ? Begin(state) : Open();

            // What is left of a line that could not be written whole is overwritten by the next one.
            RandomAccess.Write(_file, line, OffsetOf(_appended));
            _appended += line.Length;
        }
    }

    /// <summary>Waits until what has been appended is on the disk: many who wait at a time wait together.</summary>
    public void Flush()
    {
        var wanted = Mark;
        lock (_flushing)
        {
            if (_flushed >= wanted || _file is not { } file)
            {
                return;
            }

            var appended = Mark;
            RandomAccess.FlushToDisk(file);
            _flushed = appended;
        }
    }

    /// <summary>Takes out what was appended up to a mark, as that is in the state file.</summary>
    public void Forget(long mark)
    {
        lock (_flushing)
        {
            lock (_gate)
            {
                if (_file is null || mark == _forgotten)
                {
                    return;
                }

                if (mark == _appended)
                {
                    RandomAccess.SetLength(_file, _start);
                    _forgotten = mark;
                }
                else
                {
                    KeepFrom(_file, mark);
                }
            }
        }
    }

    /// <summary>Takes the file away, as all is in the state file.</summary>
    public void Remove()
    {
        Dispose();
        File.Delete(_path);
        File.Delete(_next);
    }

    public void Dispose()
    {
        lock (_flushing)
        {
            lock (_gate)
            {
                _file?.Dispose();
                _file = null;
            }
        }
    }

    private SafeFileHandle Begin(Guid state)
    {
        byte[] header =
        [
            .. JsonSerializer.SerializeToUtf8Bytes(new JournalHeader(Format, JournalHeader.CurrentVersion, state), StateJsonContext.Default.JournalHeader),
            LineEnd,
        ];
        File.Delete(_path); // What was in it is in the state file by now, and it may be open to others.
        SafeFileHandle? file = null;
        try
        {
            // Opened by a stream's options, as only those set the mode before the first byte.
            new FileStream(_path, StateFile.NewForOwner()).Dispose();
            file = Open();
            RandomAccess.Write(file, header, 0);
            _start = header.Length;
            return file;
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    private SafeFileHandle Open() => File.OpenHandle(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);

    private long OffsetOf(long mark) => _start + mark - _forgotten;

    /// <summary>Puts a file with what is behind the mark in the place of this one: a crash leaves the one or the other, and each will do.</summary>
    private void KeepFrom(SafeFileHandle file, long mark)
    {
        var kept = new byte[_start + _appended - mark];
        ReadWhole(file, kept.AsSpan(0, (int)_start), 0);
        ReadWhole(file, kept.AsSpan((int)_start), OffsetOf(mark));
        File.Delete(_next); // Left behind by a crash, perhaps open to others.
        using (var stream = new FileStream(_next, StateFile.NewForOwner()))
        {
            stream.Write(kept);
            stream.Flush(flushToDisk: true);
        }

        _file = null;
        file.Dispose(); // Some systems replace no file that is open.
        try
        {
            File.Move(_next, _path, overwrite: true);
            (_forgotten, _flushed) = (mark, _appended);
        }
        finally
        {
            _file = Open();
        }
    }

    private static void ReadWhole(SafeFileHandle file, Span<byte> bytes, long offset)
    {
        for (int read; !bytes.IsEmpty; bytes = bytes[read..], offset += read)
        {
            read = RandomAccess.Read(file, bytes, offset);
            if (read == 0)
            {
                throw new EndOfStreamException("Somebody has cut off the journal.");
            }
        }
    }

    private static bool TryTakeLine(ref Memory<byte> lines, out ReadOnlyMemory<byte> line)
    {
        var end = lines.Span.IndexOf(LineEnd);
        line = end < 0 ? default : lines[..end];
        lines = lines[(end + 1)..];
        return end >= 0;
    }

    private InvalidDataException Refuse(string problem, string remedy, Exception? inner = null) => new(
        $"'{_path}', which holds what was submitted last, {problem}. {remedy}, or move this file away to go on without those tasks. It has not been changed.", inner);
}
