using System.Buffers;
using System.Text;
using EditEngine.Compiler.Packs;
using EditEngine.Files;
using EditEngine.Formats.Files;
using EditEngine.Workbench.Serving;
using Microsoft.AspNetCore.Http;

namespace EditEngine.Workbench.Files;

/// <summary>A file of the desk's folder: where it lies once links are followed, and what is there.</summary>
internal readonly record struct DeskFile(string Path, FileKind Kind);

/// <summary>The folder that is worked on. What the page names lies in it, links followed, or is refused.</summary>
internal sealed class DeskFolder
{
    private const int LongestPart = 255;

    // Names that Windows takes for devices, with whatever ending.
    private static readonly HashSet<string> DeviceNames = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })], StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NoSigns = SearchValues.Create("\\:*?\"<>|");

    private readonly PackBoundary _boundary;

    /// <param name="path">Full path of a folder that is there.</param>
    public DeskFolder(string path)
    {
        Path = RealPath.Of(path) ?? path;
        _boundary = PackBoundary.At(Path);
    }

    /// <summary>Its full path, without links.</summary>
    public string Path { get; }

    /// <summary>The name that a full path has in the folder; null where it lies elsewhere or is hidden.</summary>
    public string? NameOf(string path)
    {
        string name = System.IO.Path.GetRelativePath(Path, path).Replace('\\', '/');
        return IsName(name) ? name : null;
    }

    /// <summary>A file by its name in the folder.</summary>
    /// <param name="name">With slashes, as <c>tables/plans.csv</c>; it need not be there.</param>
    /// <param name="refusal">Why the name leads to nothing that may be used.</param>
    public DeskFile? Find(string name, out DeskRefusal? refusal)
    {
        refusal = null;
        if (!IsName(name))
        {
            refusal = new DeskRefusal(StatusCodes.Status403Forbidden, "That is no name of a file in this folder. Names are like 'visits.edit' or 'tables/plans.csv': no '..', nothing hidden, no name of a device.");
            return null;
        }

        if (_boundary.Resolve(System.IO.Path.Combine(Path, name)) is not string real || NameOf(real) is null)
        {
            refusal = new DeskRefusal(StatusCodes.Status403Forbidden, "That leads out of the folder that is worked on. Only what lies in it is read or written here.");
            return null;
        }

        return new DeskFile(real, OrdinaryFile.KindOf(real));
    }

    private static bool IsName(string name) => name.Length > 0 && Array.TrueForAll(name.Split('/'), IsPart);

    // A hidden file may be one that programs obey, as those of version control do.
    private static bool IsPart(string part) =>
        part.Length > 0 && part[0] != '.' && Encoding.UTF8.GetByteCount(part) <= LongestPart && !part.AsSpan().ContainsAny(NoSigns) && !part.AsSpan().ContainsAnyInRange('\0', '\x1F')
        && part[^1] is not ('.' or ' ') && !DeviceNames.Contains(part.Split('.')[0].TrimEnd()) && !UnfinishedFile.IsName(part);
}
