using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Compiler.Packs;

/// <summary>Reference files on disk, relative to the rule file that names them. Each is read once.</summary>
/// <param name="folder">Full path of the folder that the rule files' names are relative to.</param>
/// <param name="boundary">What all files lie in.</param>
/// <param name="mapping">How tables are opened.</param>
internal sealed class PackFolderFiles(string folder, PackBoundary boundary, TableMapping mapping) : IReferenceFiles
{
    public string Folder => folder;

    private readonly Dictionary<string, (CsvRows? Rows, Diagnostic? Problem)> _csv = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Table? Table, Diagnostic? Problem)> _tables = new(StringComparer.Ordinal);

    private readonly Dictionary<(string RuleFile, string Name), FoundReference> _found = [];

    // Packs that come from one another share it, and each may be asked on a thread of its own.
    private readonly Lock _gate = new();

    public IEnumerable<FoundReference> Found
    {
        get
        {
            lock (_gate)
            {
                return [.. _found.Values];
            }
        }
    }

    public IEnumerable<string> FilesRead
    {
        get
        {
            lock (_gate)
            {
                return [.. _csv.Keys, .. _tables.Keys];
            }
        }
    }

    public CsvRows? ReadCsv(string ruleFile, string name, SourceSpan place, out Diagnostic? problem)
    {
        lock (_gate)
        {
            return ReadOnce(ruleFile, name, place, out problem);
        }
    }

    public Table? OpenTable(string ruleFile, string name, SourceSpan place, out Diagnostic? problem)
    {
        lock (_gate)
        {
            return OpenOnce(ruleFile, name, place, out problem);
        }
    }

    private CsvRows? ReadOnce(string ruleFile, string name, SourceSpan place, out Diagnostic? problem)
    {
        if (Find(ruleFile, name, place, PackFile.LongestCsv, out problem) is not string path)
        {
            return null;
        }

        if (!_csv.TryGetValue(path, out (CsvRows? Rows, Diagnostic? Problem) read))
        {
            read.Rows = SheetFile.Is(name) ? SheetFile.Read(path, NameOf(path), out read.Problem) : CsvFile.Read(path, NameOf(path), out read.Problem);
            _csv.Add(path, read);
        }

        problem = read.Problem;
        if (read.Rows is not null)
        {
            _found[(ruleFile, name)] = new FoundReference(ruleFile, name, read.Rows, null);
        }

        return read.Rows;
    }

    private Table? OpenOnce(string ruleFile, string name, SourceSpan place, out Diagnostic? problem)
    {
        if (Find(ruleFile, name, place, int.MaxValue, out problem) is not string path)
        {
            return null;
        }

        if (!_tables.TryGetValue(path, out (Table? Table, Diagnostic? Problem) opened))
        {
            opened.Table = TableFile.Open(path, mapping, out Diagnostic? fault);
            opened.Problem = fault is null ? null : fault with { Place = new FilePlace(NameOf(path)) };
            _tables.Add(path, opened);
        }

        problem = opened.Problem;
        if (opened.Table is not null)
        {
            _found[(ruleFile, name)] = new FoundReference(ruleFile, name, null, opened.Table);
        }

        return opened.Table;
    }

    private string? Find(string ruleFile, string name, SourceSpan place, long most, out Diagnostic? problem)
    {
        // Packs travel: a name written on Windows is found elsewhere too, and one that only fits this computer is not taken.
        string relative = name.Replace('\\', '/');
        if (relative.StartsWith('/') || (relative.Length > 1 && relative[1] == ':'))
        {
            problem = PackDiagnostics.AbsoluteName(place, name);
            return null;
        }

        if (relative.Contains('\0', StringComparison.Ordinal))
        {
            problem = CodeDiagnostics.TableFile(place, name, null);
            return null;
        }

        string from = Path.GetDirectoryName(Path.Combine(folder, ruleFile)) ?? folder;
        string path = Path.GetFullPath(Path.Combine(from, relative));
        string? found = PackFile.Find(path, name, place, boundary, most, out problem);
        if (found is null && problem is null)
        {
            problem = CodeDiagnostics.TableFile(place, name, NearestTo(path, relative));
        }

        return found;
    }

    /// <summary>The file that may be meant; names outside of the boundary are not told.</summary>
    private string? NearestTo(string path, string relative)
    {
        string? there = Path.GetDirectoryName(path);
        if (there is null || boundary.Resolve(there) is not string real || !Directory.Exists(real))
        {
            return null;
        }

        try
        {
            string? nearest = NearestName.Of(Path.GetFileName(path), Directory.EnumerateFiles(real).Select(file => Path.GetFileName(file)));
            return nearest is null ? null : string.Concat(relative.AsSpan(0, relative.LastIndexOf('/') + 1), nearest);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string NameOf(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
