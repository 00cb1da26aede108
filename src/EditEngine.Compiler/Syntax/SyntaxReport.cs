using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Syntax;

/// <summary>Collects the mistakes of one file.</summary>
internal sealed class SyntaxReport(SourceText source)
{
    private readonly List<Diagnostic> _found = [];

    public SourceText Source => source;

    public int Count => _found.Count;

    public IReadOnlyList<Diagnostic> Found => _found;

    public void Add(Diagnostic diagnostic) => _found.Add(diagnostic);

    public SourceSpan Place(TextSpan span) => source.PlaceOf(span);

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
