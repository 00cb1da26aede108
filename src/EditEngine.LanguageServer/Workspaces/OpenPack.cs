using System.Collections.Immutable;
using EditEngine.Analysis.Linting;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;

namespace EditEngine.LanguageServer.Workspaces;

/// <summary>A pack as the client's documents have it. Asked by one thread at a time.</summary>
internal sealed class OpenPack
{
    private readonly string? _path;
    private PackCompilation _compilation;
    private EditingPack? _editing;
    private EditingPack? _before;

    /// <summary>A pack of the disk.</summary>
    /// <param name="path">Full path of its folder, or of its only file.</param>
    public OpenPack(string path)
    {
        _path = path;
        _compilation = EditCompiler.Open(path, CompileOptions.Default);
    }

    /// <summary>A text that is no file.</summary>
    public OpenPack(OpenDocument document)
    {
        _compilation = EditCompiler.Open(PackSources.FromText(document.Path, document.Text), CompileOptions.Default);
    }

    /// <summary>Full path of the folder of its files; null for a text that is no file.</summary>
    public string? Folder => _path is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(_compilation.Sources.Folder is { Length: > 0 } folder ? folder : "."));

    /// <summary>What is asked of it.</summary>
    public EditingPack Editing => _editing ??= new EditingPack(_compilation, _before);

    /// <summary>The compilation, which any thread may ask.</summary>
    public PackCompilation Compilation => _compilation;

    /// <summary>What a careful colleague remarked, when there was time to look last; null: there was none yet, or nobody wants it.</summary>
    public KeptLints? Lints { get; set; }

    /// <summary>All that is to be said of it.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. _compilation.Result.Diagnostics, .. Lints?.In(_compilation.Sources) ?? []];

    /// <summary>The name of a file as its diagnostics have it; null where it has no such file.</summary>
    /// <param name="path">Full path, or the address of a text that is no file.</param>
    public string? NameOf(string path)
    {
        string name = Named(path);
        return Editing.Find(name) is null ? null : name;
    }

    /// <summary>The file is one of the pack itself and not of its bases.</summary>
    public bool IsOwn(string name) => _compilation.Sources.Chain is [.., var own] && own.Trees.Any(tree => tree.Source.File == name);

    /// <summary>Full path of a file that diagnostics name; the name itself where there are no files.</summary>
    public string PathOf(string file) => Folder is string folder ? Path.GetFullPath(Path.Combine(folder, file)) : file;

    /// <summary>Whether a file may be one of the pack: a rule file in its folder, in none that is another pack's.</summary>
    public bool MayHold(string path) => Folder is string folder && Directory.Exists(_path) && RuleFileReader.IsShownRuleFile(path)
        && path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Takes the text of a document for that of its file.</summary>
    public void Take(OpenDocument document) => Set(_compilation.WithText(document.IsFile ? document.Path : Named(document.Path), document.Text));

    /// <summary>Reads all files of the disk anew, tables too; texts of documents stand for theirs again.</summary>
    public void Reload(IEnumerable<OpenDocument> documents)
    {
        if (_path is null)
        {
            return;
        }

        _before = null;
        _editing = null;
        Set(EditCompiler.Open(_path, CompileOptions.Default));
        _before = null;
        foreach (OpenDocument document in documents.Where(one => one.IsFile && (NameOf(one.Path) is not null || MayHold(one.Path))))
        {
            Take(document);
        }
    }

    private void Set(PackCompilation compilation)
    {
        if (!ReferenceEquals(compilation, _compilation))
        {
            _before = _editing ?? _before;
            _compilation = compilation;
            _editing = null;
        }
    }

    private string Named(string path) => Folder is string folder ? Path.GetRelativePath(folder, path).Replace('\\', '/') : path;
}
