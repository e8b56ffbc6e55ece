using System.Diagnostics.CodeAnalysis;

namespace Globus.Extensions.Tokens.Storage.Internal;

/// <summary>The single steps of reading and replacing a token file. Tests put others in their place that fail or stop.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "Every step is there to be replaced.")]
internal class FileSteps
{
    /// <summary>The steps that programs use.</summary>
    public static FileSteps Default { get; } = new();

    /// <summary>Creates a folder that only its owner can enter, and its missing parents.</summary>
    public virtual void CreateDirectory(string path) => PrivateDirectory.Create(path);

    /// <summary>Opens a lock file; <see langword="null"/> if somebody else has it open.</summary>
    public virtual FileStream? TryOpenLock(string path) => TokenFileLock.TryOpen(path);

    /// <summary>Reads a whole file; <see langword="null"/> if there is none.</summary>
    public virtual byte[]? Read(string path)
    {
        try
        {
            // Shared with everyone, so that reading never keeps a writer from replacing the file.
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
            var content = new byte[RandomAccess.GetLength(handle)];
            var filled = 0;
            while (filled < content.Length && RandomAccess.Read(handle, content.AsSpan(filled), filled) is > 0 and var read)
            {
                filled += read;
            }

            return filled == content.Length ? content : content[..filled];
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Creates the new file.</summary>
    public virtual FileStream CreateTemporary(string path) => new(path, OwnerOnlyFile.ForWriting(FileMode.CreateNew));

    /// <summary>Writes the content to the new file.</summary>
    public virtual ValueTask WriteAsync(FileStream temporary, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        temporary.WriteAsync(content, cancellationToken);

    /// <summary>Brings the content onto the disk.</summary>
    public virtual void Flush(FileStream temporary) => temporary.Flush(flushToDisk: true);

    /// <summary>Puts the new file in the place of the old one.</summary>
    public virtual void Replace(string temporary, string path) => File.Move(temporary, path, overwrite: true);

    /// <summary>Deletes a file that is no longer needed.</summary>
    public virtual void Delete(string path) => File.Delete(path);
}
