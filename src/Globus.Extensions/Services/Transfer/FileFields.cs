namespace Globus.Extensions.Services.Transfer;

/// <summary>The fields by which the entries of a directory are filtered and ordered.</summary>
public static class FileFields
{
    /// <summary>The name, without its directory.</summary>
    public static TransferField Name { get; } = new("name");

    /// <summary>What it is, see <see cref="TransferFileType"/>.</summary>
    public static TransferField Type { get; } = new("type");

    /// <summary>The size in bytes.</summary>
    public static TransferField Size { get; } = new("size");

    /// <summary>When it was changed.</summary>
    public static TransferField LastModified { get; } = new("last_modified");

    /// <summary>The permissions in octal digits.</summary>
    public static TransferField Permissions { get; } = new("permissions");

    /// <summary>The owner.</summary>
    public static TransferField User { get; } = new("user");

    /// <summary>The group of the owner.</summary>
    public static TransferField Group { get; } = new("group");

    /// <summary>Where a symbolic link leads.</summary>
    public static TransferField LinkTarget { get; } = new("link_target");
}
