using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Binding;

/// <summary>Binds declared code sets, each after those that it is made of.</summary>
internal sealed class CodeSetBinder(PackSymbols symbols, DiagnosticBag diagnostics, IReferenceFiles files)
{
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);

    public void Bind(IReadOnlyDictionary<string, (CodesSyntax Syntax, SourceText Source)> declared)
    {
        foreach (string name in declared.Keys.Order(StringComparer.Ordinal))
        {
            Bind(name, declared);
        }
    }

    private void Bind(string name, IReadOnlyDictionary<string, (CodesSyntax Syntax, SourceText Source)> declared)
    {
        if (!declared.TryGetValue(name, out (CodesSyntax Syntax, SourceText Source) one) || !_begun.Add(name))
        {
            return;
        }

        (CodesSyntax syntax, SourceText source) = one;
        bool isWhole = true;
        foreach (AtNameSyntax part in PartsOf(syntax.Value))
        {
            Bind(part.Name, declared);
            if (declared.ContainsKey(part.Name) && !symbols.CodeSets.ContainsKey(part.Name))
            {
                diagnostics.Report(NameDiagnostics.Recursive(source.PlaceOf(part.Span), "@" + part.Name));
                isWhole = false;
            }
        }

        if (!CodeSystemNames.TryFind(syntax.System.Text, out CodeSystem system))
        {
            diagnostics.Report(NameDiagnostics.UnknownType(source.PlaceOf(syntax.System.Span), syntax.System.Text, CodeSystemNames.Names));
        }

        // A set that could not be read stands as an empty one, so that its uses are no second mistake.
        CodeSet? set = isWhole && system != CodeSystem.None ? SetOf(syntax, source, system) : null;
        symbols.CodeSets[name] = new CodeSetSymbol(name, source.PlaceOf(syntax.Name.Span), system, set ?? CodeSet.Empty);
    }

    private CodeSet? SetOf(CodesSyntax syntax, SourceText source, CodeSystem system) =>
        syntax.Value is ExpressionSyntax value
            ? new ExpressionBinder(symbols, diagnostics, ImmutableDictionary<string, ParameterSymbol>.Empty, new SlotCounter(), source)
                .BindCodes(value, system, ProcedureFamilies.Find(syntax.System.Text) is null ? null : syntax.System.Text)
            : new CodeFileBinder(diagnostics, files, source).Bind(syntax.File!, system) is CodesOfFile read ? CodeSet.From(read.Codes) : null; // a set has a value or a file

    private static IEnumerable<AtNameSyntax> PartsOf(ExpressionSyntax? value) => value switch
    {
        AtNameSyntax at => [at],
        BinarySyntax binary => PartsOf(binary.Left).Concat(PartsOf(binary.Right)),
        ParenthesizedSyntax inner => PartsOf(inner.Inner),
        _ => [],
    };
}
