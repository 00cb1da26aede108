using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Binding;

/// <summary>Binds a pack's code tables: those of one system, from however many files, are one.</summary>
internal sealed class CodeTableBinder(PackSymbols symbols, DiagnosticBag diagnostics, IReferenceFiles files)
{
    public void Bind(IEnumerable<(CodeTableSyntax Syntax, SourceText Source)> declared)
    {
        foreach (IGrouping<CodeSystem, (CodeTableSyntax Syntax, SourceText Source)> tables in declared.GroupBy(one => SystemOf(one.Syntax, one.Source)))
        {
            List<CodeInterval> codes = [];
            List<CodeInterval> categories = [];
            bool isWhole = tables.Key != CodeSystem.None;
            foreach ((CodeTableSyntax syntax, SourceText source) in tables.TakeWhile(_ => isWhole))
            {
                CodesOfFile? read = new CodeFileBinder(diagnostics, files, source).Bind(syntax.File, tables.Key);
                isWhole = read is not null;
                codes.AddRange(read?.Codes ?? []);
                categories.AddRange(read?.Categories ?? []);
            }

            // Half a code table would call good codes unknown.
            if (isWhole)
            {
                string[] untold = tables.Key == CodeSystem.Procedure ? [.. Untold([.. tables.Select(one => one.Syntax.System.Text)])] : [];
                codes.AddRange(untold.SelectMany(family => ProcedureFamilies.Find(family)!.Intervals)); // of the families' names
                symbols.CodeTables[tables.Key] = new CodeTableSymbol(tables.Key, CodeSet.From(codes), CodeSet.From(categories), [.. untold]);
            }
            else
            {
                symbols.UnreadCodeTables.Add(tables.Key);
            }
        }
    }

    private static IEnumerable<string> Untold(string[] told) =>
        told.Contains("procedure") ? [] : ProcedureFamilies.Names.Except(told);

    private CodeSystem SystemOf(CodeTableSyntax syntax, SourceText source)
    {
        if (!CodeSystemNames.TryFind(syntax.System.Text, out CodeSystem system))
        {
            diagnostics.Report(NameDiagnostics.UnknownType(source.PlaceOf(syntax.System.Span), syntax.System.Text, CodeSystemNames.Names));
        }

        return system;
    }
}
