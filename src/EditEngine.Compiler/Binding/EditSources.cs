namespace EditEngine.Compiler.Binding;

/// <summary>The edits of a chain of packs as they are collected, by id; in the order in which each id was first written.</summary>
/// <param name="most">How many there may be.</param>
internal sealed class EditSources(int most)
{
    private readonly OrderedDictionary<string, EditSource> _edits = new(most, StringComparer.Ordinal);
    private HashSet<string>? _disabled;

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<EditSource> All => [.. _edits.Values.Where(edit => _disabled is null || !_disabled.Contains(edit.Syntax.Id.Text))];

    /// <summary>Their ids.</summary>
    public IEnumerable<string> Ids => All.Select(edit => edit.Syntax.Id.Text);

    /// <summary>The edit of an id; null where there is none.</summary>
    public EditSource? Find(string id) => _disabled is not null && _disabled.Contains(id) ? null : _edits.GetValueOrDefault(id);

    /// <summary>Adds an edit, or puts it in the place of the one with its id.</summary>
    public void Set(EditSource edit)
    {
        string id = edit.Syntax.Id.Text;
        if (_disabled is not null && _disabled.Remove(id))
        {
            _edits.Remove(id);
        }

        _edits[id] = edit;
    }

    /// <summary>Takes an edit out.</summary>
    public void Remove(string id) => (_disabled ??= new HashSet<string>(StringComparer.Ordinal)).Add(id);
}
