using EditEngine.Compiler.Packs;
using EditEngine.LanguageServer.Protocol;

namespace EditEngine.LanguageServer.Workspaces;

/// <summary>The packs of a client's folders and documents. Asked by one thread at a time.</summary>
internal sealed class Workspace
{
    // Each is compiled when the client begins; those of further folders when a document of theirs is opened.
    private const int MostAtOnce = 60;

    private readonly Dictionary<string, OpenPack> _packs = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, OpenDocument> _documents = new(StringComparer.Ordinal);

    // Changed since packs were asked last: who types faster than anybody asks has only the last text read.
    private readonly SortedSet<string> _unread = new(StringComparer.Ordinal);

    /// <summary>The packs, by their folders, with the documents' texts.</summary>
    public IEnumerable<OpenPack> Packs
    {
        get
        {
            ReadChanged();
            return InOrder;
        }
    }

    private IEnumerable<OpenPack> InOrder => _packs.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value);

    /// <summary>The documents that are open.</summary>
    public IEnumerable<OpenDocument> Documents => _documents.Values;

    /// <summary>Opens the packs in a folder and below it.</summary>
    /// <param name="folder">Full path.</param>
    public void AddFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        RuleFileReader files = new(folder, PackBoundary.At(folder));
        foreach (string pack in PackSearch.Below(folder, files).Select(found => found.Folder).Distinct(StringComparer.Ordinal).Take(MostAtOnce))
        {
            OpenAt(pack);
        }
    }

    /// <summary>Lets go of the packs in a folder that no document is of.</summary>
    public void RemoveFolder(string folder)
    {
        foreach (string path in _packs.Keys.Where(path => IsBelow(path, folder)).ToList())
        {
            if (!_documents.Values.Any(document => _packs[path].NameOf(document.Path) is not null))
            {
                _packs.Remove(path);
            }
        }
    }

    /// <summary>Opens a document, and the pack that it is of.</summary>
    public OpenDocument Open(OpenedDocument opened)
    {
        OpenDocument document = new(opened.Uri, DocumentUri.PathOf(opened.Uri) ?? opened.Uri, opened.Version, opened.Text);
        _documents[document.Path] = document;
        if (!Holding(document.Path).Any() && !Packs.Any(pack => pack.MayHold(document.Path)))
        {
            if (document.IsFile && File.Exists(document.Path))
            {
                OpenOf(document.Path);
            }
            else
            {
                _packs[document.Path] = new OpenPack(document);
            }
        }

        Spread(document);
        return document;
    }

    /// <summary>Changes a document, where it is open.</summary>
    public void Change(string uri, Func<OpenDocument, OpenDocument> change)
    {
        if (Document(uri) is OpenDocument document)
        {
            _documents[document.Path] = change(document);
            _unread.Add(document.Path);
        }
    }

    /// <summary>Closes a document: its file stands for itself again.</summary>
    public void Close(string uri)
    {
        string path = DocumentUri.PathOf(uri) ?? uri;
        if (!_documents.Remove(path, out OpenDocument? document))
        {
            return;
        }

        bool isWritten = document.IsFile && File.Exists(path);
        if (!isWritten && _packs.Remove(path))
        {
            return;
        }

        foreach (OpenPack pack in Holding(path).ToList())
        {
            pack.Reload(Documents);
        }
    }

    /// <summary>A document was written: one that was no file may be a part of a pack now.</summary>
    public void Saved(string uri)
    {
        if (Document(uri) is { IsFile: true } document && _packs.TryGetValue(document.Path, out OpenPack? alone) && alone.Folder is null && File.Exists(document.Path))
        {
            _packs.Remove(document.Path);
            OpenOf(document.Path);
            Spread(document);
        }
    }

    /// <summary>Takes what changed on the disk: rule files, tables and settings.</summary>
    /// <returns>Whether a pack was read anew.</returns>
    public bool Reload(IEnumerable<string> paths)
    {
        string[] changed = [.. paths.Where(path => !_documents.ContainsKey(path))];
        bool isAny = false;
        foreach (OpenPack pack in Packs.Where(pack => pack.Folder is not null).ToList())
        {
            // A base, a table beside the pack or the root's settings may lie elsewhere below the root.
            string root = PackReader.RootAbove(pack.Folder!) ?? pack.Folder!; // Asked above.
            if (changed.Any(path => IsBelow(path, root)))
            {
                pack.Reload(Documents);
                isAny = true;
            }
        }

        return isAny;
    }

    /// <summary>The document of an address; null where it is not open.</summary>
    public OpenDocument? Document(string uri) => _documents.GetValueOrDefault(DocumentUri.PathOf(uri) ?? uri);

    /// <summary>The packs that have a file, those of which it is their own first.</summary>
    /// <param name="path">Full path.</param>
    public IEnumerable<(OpenPack Pack, string File)> WithFile(string path) =>
        Packs.Select(pack => (Pack: pack, File: pack.NameOf(path))).Where(one => one.File is not null).Select(one => (one.Pack, one.File!)).OrderBy(one => one.Pack.IsOwn(one.Item2) ? 0 : 1);

    /// <summary>The address of a file as the client writes it.</summary>
    public string UriOf(string path) => _documents.TryGetValue(path, out OpenDocument? document) ? document.Uri : DocumentUri.Of(path);

    /// <summary>A file in the state that the client has it in; without a version where it is not open.</summary>
    public VersionedDocument VersionOf(string path) => new(UriOf(path), _documents.GetValueOrDefault(path)?.Version);

    private IEnumerable<OpenPack> Holding(string path) => Packs.Where(pack => pack.NameOf(path) is not null);

    // A file with the pack's clause, or one that is a part of a pack, brings the whole pack.
    private void OpenOf(string file)
    {
        string folder = Path.GetDirectoryName(file) ?? file;
        if (PackSearch.In(folder, new RuleFileReader(folder, PackBoundary.At(folder))).Length == 1)
        {
            OpenAt(folder);
            return;
        }

        PackSources read = PackReader.Read(file);
        OpenAt(read.Asked is null ? file : Path.TrimEndingDirectorySeparator(Path.GetFullPath(read.Folder)));
    }

    private void OpenAt(string path)
    {
        if (!_packs.ContainsKey(path))
        {
            OpenPack pack = new(path);
            _packs.Add(path, pack);
            foreach (OpenDocument document in Documents.Where(one => one.IsFile && (pack.NameOf(one.Path) is not null || pack.MayHold(one.Path))))
            {
                pack.Take(document);
            }
        }
    }

    private void ReadChanged()
    {
        foreach (string path in _unread)
        {
            if (_documents.TryGetValue(path, out OpenDocument? document))
            {
                Spread(document);
            }
        }

        _unread.Clear();
    }

    private void Spread(OpenDocument document)
    {
        foreach (OpenPack pack in InOrder.Where(pack => pack.NameOf(document.Path) is not null || (document.IsFile && pack.MayHold(document.Path))).ToList())
        {
            pack.Take(document);
        }
    }

    private static bool IsBelow(string path, string folder) => path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
