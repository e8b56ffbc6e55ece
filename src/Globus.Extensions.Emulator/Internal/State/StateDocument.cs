using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Globus.Extensions.Emulator.Internal.Seeding;

namespace Globus.Extensions.Emulator.Internal.State;

/// <summary>The one JSON document in the state file: what it is, of which version and seed, and the parts.</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="seed">What the emulator is started with.</param>
/// <param name="parts">What is kept.</param>
internal sealed class StateDocument(string path, EmulatorSeed seed, IReadOnlyList<IStatePart> parts)
{
    public const int MaxDepth = 256;

    private const string Format = "globus-emulator-state";
    private const int Version = 2;
    private const string LastWord = "is_last_word";

    private readonly string _seed = Fingerprint(seed);

    /// <summary>Which state it is, from its first document to its last one: what else is kept of it names it.</summary>
    public Guid Id { get; private set; } = Guid.NewGuid();

    /// <summary>
    /// Whether the document that was read is the last word of an emulator that was stopped; else that one did more than the document knows of.
    /// </summary>
    public bool IsLastWord { get; private set; }

    /// <summary>Takes all that is known now; what it gives writes that as a document, in its own time.</summary>
    /// <param name="isLastWord">Whether nothing is done any more, and nothing will be.</param>
    public Func<ReadOnlyMemory<byte>> Capture(bool isLastWord)
    {
        (string Name, Action<Utf8JsonWriter> Write)[] captured = [.. parts.Select(static part => (part.Name, part.Capture()))];
        return () => Write(captured, isLastWord);
    }

    /// <summary>Puts what the document holds in the place of what the seed has brought; a part that it does not have stays as it is.</summary>
    /// <exception cref="InvalidDataException">It is no such document, or is of another version or seed.</exception>
    public void Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            Read(document.RootElement);
        }
        catch (Exception exception) when (IsOfContent(exception))
        {
            throw Refuse($"is damaged or is no state file: {exception.Message}", "Put back a copy of it", exception);
        }
    }

    private ReadOnlyMemory<byte> Write(IEnumerable<(string Name, Action<Utf8JsonWriter> Write)> captured, bool isLastWord)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = MaxDepth }))
        {
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteNumber("version", Version);
            writer.WriteString("id", Id);
            writer.WriteString("seed", _seed);
            writer.WriteBoolean(LastWord, isLastWord);
            writer.WriteStartObject("parts");
            foreach (var (name, write) in captured)
            {
                writer.WritePropertyName(name);
                write(writer);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private void Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || !format.ValueEquals(Format))
        {
            throw new JsonException($"An object with \"format\": \"{Format}\" is wanted.");
        }

        if (root.GetProperty("version").GetInt32() is var version && version != Version)
        {
            throw Refuse($"is of version {version}; this emulator reads version {Version}", "Use the emulator that wrote it");
        }

        if (!root.GetProperty("seed").ValueEquals(_seed))
        {
            throw Refuse("was written with another seed or other collections", "Start with the same --seed and --collection as before");
        }

        var written = root.GetProperty("parts");
        var unknown = written.EnumerateObject().Select(static member => member.Name).Except(parts.Select(static part => part.Name)).ToArray();
        if (unknown.Length > 0)
        {
            throw Refuse($"holds what this emulator does not know: {string.Join(", ", unknown)}", "Use the emulator that wrote it");
        }

        foreach (var part in parts)
        {
            if (written.TryGetProperty(part.Name, out var element))
            {
                part.Read(element);
            }
        }

        Id = root.GetProperty("id").GetGuid();
        IsLastWord = root.TryGetProperty(LastWord, out var isLastWord) && isLastWord.GetBoolean();
    }

    /// <summary>The seed with the folders where they really are: <c>./data</c> is another one elsewhere.</summary>
    private static string Fingerprint(EmulatorSeed seed)
    {
        var resolved = seed with
        {
            Collections = [.. seed.Collections.Select(static one => one.Folder is null ? one : one with { Folder = Path.GetFullPath(one.Folder) })],
        };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(resolved, SeedJsonContext.Default.EmulatorSeed)));
    }

    private static bool IsOfContent(Exception exception) => exception
        is JsonException or CryptographicException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException;

    private InvalidDataException Refuse(string problem, string remedy, Exception? inner = null) => new(
        $"The state file '{path}' {problem}. {remedy}, name another file, or move it away to start afresh. It has not been changed.", inner);
}
