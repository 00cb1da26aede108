using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Compiler.Packs;

/// <summary>Reference files that were read before and kept; of others there are none.</summary>
internal sealed class KeptFiles(IEnumerable<FoundReference> references) : IReferenceFiles
{
    private readonly Dictionary<(string RuleFile, string Name), FoundReference> _found = Keyed(references);

    public IEnumerable<FoundReference> Found => _found.Values;

    public CsvRows? ReadCsv(string ruleFile, string name, SourceSpan place, out Diagnostic? problem)
    {
        CsvRows? rows = _found.GetValueOrDefault((ruleFile, name))?.Rows;
        problem = rows is null ? CodeDiagnostics.TableFile(place, name, null) : null;
        return rows;
    }

    public Table? OpenTable(string ruleFile, string name, SourceSpan place, out Diagnostic? problem)
    {
        Table? table = _found.GetValueOrDefault((ruleFile, name))?.Table;
        problem = table is null ? CodeDiagnostics.TableFile(place, name, null) : null;
        return table;
    }

    private static Dictionary<(string, string), FoundReference> Keyed(IEnumerable<FoundReference> references)
    {
        Dictionary<(string, string), FoundReference> found = [];
        foreach (FoundReference reference in references)
        {
            found[(reference.RuleFile, reference.Name)] = reference;
        }

        return found;
    }
}
