using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Syntax;

/// <summary>Collects the mistakes of one file.</summary>
internal sealed class SyntaxReport(SourceText source)
{
    private readonly List<Diagnostic> _found = [];
    private readonly List<int> _early = [];
    private readonly List<int> _withoutThings = [];

    public SourceText Source => source;

    public int Count => _found.Count;

    public IReadOnlyList<Diagnostic> Found => _found;

    public void Add(Diagnostic diagnostic) => _found.Add(ShownDiagnostic.Of(diagnostic));

    /// <summary>Adds a mistake that also says that its edit has no things to look at.</summary>
    public void AddWithoutThings(Diagnostic diagnostic)
    {
        _withoutThings.Add(((SourceSpan)diagnostic.Place!).Start); // every syntax diagnostic has a span
        Add(diagnostic);
    }

    /// <summary>It was said of the edit in a stretch that it has no things.</summary>
    public bool SaysWithoutThings(TextSpan span) => _withoutThings.Exists(start => start >= span.Start && start <= span.End);

    public SourceSpan Place(TextSpan span) => source.PlaceOf(span);

    /// <summary>Marks what was found so far as found before any edit was read.</summary>
    public void EndEarlyMistakes() => _early.AddRange(_found.Where(found => found.Severity == Severity.Error).Select(found => ((SourceSpan)found.Place!).Start).Order()); // every syntax diagnostic has a span

    /// <summary>One of the early mistakes lies in a stretch.</summary>
    public bool HasEarlyErrorIn(TextSpan span)
    {
        int at = _early.BinarySearch(span.Start);
        at = at < 0 ? ~at : at;
        return at < _early.Count && _early[at] <= span.End;
    }

    /// <summary>An error was added since the count was taken.</summary>
    public bool HasErrorsSince(int count)
    {
        for (int i = count; i < _found.Count; i++)
        {
            if (_found[i].Severity == Severity.Error)
            {
                return true;
            }
        }

        return false;
    }
}
