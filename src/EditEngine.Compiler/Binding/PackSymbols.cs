using EditEngine.Codes;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Binding;

/// <summary>What a pack and its bases declare, by name; a derived pack's definition stands for its base's.</summary>
internal sealed class PackSymbols
{
    public Dictionary<string, CodeSetSymbol> CodeSets { get; } = new(StringComparer.Ordinal);

    public Dictionary<CodeSystem, CodeTableSymbol> CodeTables { get; } = [];

    /// <summary>Systems whose code table could not be read; what asks it is no second mistake.</summary>
    public HashSet<CodeSystem> UnreadCodeTables { get; } = [];

    public Dictionary<string, TableSymbol> Tables { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ParameterSymbol> Parameters { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, FactSymbol> Facts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, KindDefinition> Kinds { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ValueDefinition> Values { get; } = new(StringComparer.Ordinal);

    public List<ReasonSymbol> Reasons { get; } = [];

    /// <summary>Names of definitions that lead back to themselves and are told.</summary>
    public HashSet<string> InCircles { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of definitions that become too large or too deep, and are told.</summary>
    public HashSet<string> TooLarge { get; } = new(StringComparer.Ordinal);

    public List<string> Phases { get; } = [];

    /// <summary>Every @name.</summary>
    public IEnumerable<string> AtNames => CodeSets.Keys.Concat(Tables.Keys).Concat(Parameters.Keys);
}

/// <summary>A defined kind as written, and its file.</summary>
internal sealed record KindDefinition(DefineKindSyntax Syntax, SourceText Source);

/// <summary>A defined value, relation or condition as written, and its file.</summary>
internal sealed record ValueDefinition(DefineValueSyntax Syntax, SourceText Source);
