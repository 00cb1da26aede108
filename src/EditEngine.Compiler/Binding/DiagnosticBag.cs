using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Collects diagnostics; one mistake at one place is kept once, however often its text is bound.</summary>
internal sealed class DiagnosticBag
{
    private readonly HashSet<(string Id, Place? Place)> _seen = [];
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    public bool HasErrors => ErrorCount > 0;

    public int Count => _diagnostics.Count;

    public int ErrorCount { get; private set; }

    public void Report(Diagnostic diagnostic)
    {
        if (_seen.Add((diagnostic.Id, diagnostic.Place)))
        {
            _diagnostics.Add(ShownDiagnostic.Of(diagnostic));
            ErrorCount += diagnostic.Severity == Severity.Error ? 1 : 0;
        }
    }

    /// <summary>Takes over what another has, in its order.</summary>
    public void ReportAll(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            Report(diagnostic);
        }
    }

    public ImmutableArray<Diagnostic> ToImmutable() => _diagnostics.ToImmutable();
}
