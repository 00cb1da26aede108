using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Compiler.Packs;

/// <summary>For rules that lie in no folder: every file is missing.</summary>
internal sealed class NoReferenceFiles : IReferenceFiles
{
    public CsvRows? ReadCsv(string ruleFile, string name, SourceSpan place, out Diagnostic? problem)
    {
        problem = CodeDiagnostics.TableFile(place, name, null);
        return null;
    }

    public Table? OpenTable(string ruleFile, string name, SourceSpan place, out Diagnostic? problem)
    {
        problem = CodeDiagnostics.TableFile(place, name, null);
        return null;
    }
}
