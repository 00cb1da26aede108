using EditEngine.Codes;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Binding;

/// <summary>What a pack and its bases declare, by name; a derived pack's definition stands for its base's.</summary>
internal sealed class PackSymbols
{
    public PackSymbols()
    {
        CodeSets = Table<CodeSetSymbol>(NameKind.CodeSet);
        Tables = Table<TableSymbol>(NameKind.Table);
        Parameters = Table<ParameterSymbol>(NameKind.Parameter);
        Facts = Table<FactSymbol>(NameKind.Fact);
        Kinds = Table<KindDefinition>(NameKind.Kind);
        Values = Table<ValueDefinition>(NameKind.Value);
        CodeTables = [];
        UnreadCodeTables = [];
        Reasons = [];
        TooLarge = new HashSet<string>(StringComparer.Ordinal);
        Phases = [];
    }

    private PackSymbols(PackSymbols same)
    {
        CodeSets = same.CodeSets.ReadBy(Reader);
        Tables = same.Tables.ReadBy(Reader);
        Parameters = same.Parameters.ReadBy(Reader);
        Facts = same.Facts.ReadBy(Reader);
        Kinds = same.Kinds.ReadBy(Reader);
        Values = same.Values.ReadBy(Reader);
        CodeTables = same.CodeTables;
        UnreadCodeTables = same.UnreadCodeTables;
        Reasons = same.Reasons;
        TooLarge = same.TooLarge;
        Phases = same.Phases;
    }

    /// <summary>What the edit that is bound just now has asked; null between edits.</summary>
    public NameReads? Reads { get; set; }

    public NameTable<CodeSetSymbol> CodeSets { get; }

    public Dictionary<CodeSystem, CodeTableSymbol> CodeTables { get; }

    /// <summary>Systems whose code table could not be read; what asks it is no second mistake.</summary>
    public HashSet<CodeSystem> UnreadCodeTables { get; }

    public NameTable<TableSymbol> Tables { get; }

    public NameTable<ParameterSymbol> Parameters { get; }

    public NameTable<FactSymbol> Facts { get; }

    public NameTable<KindDefinition> Kinds { get; }

    public NameTable<ValueDefinition> Values { get; }

    /// <summary>Whether a word is a kind of things: one that is defined, or the spans of a fact.</summary>
    public bool IsKind(string word) => Kinds.ContainsKey(word) || IsSpans(word);

    /// <summary>Whether a word is a fact that is spans of days, and no kind is defined by its name.</summary>
    public bool IsSpans(string word) => !Kinds.ContainsKey(word) && Facts.TryGetValue(word, out FactSymbol? fact) && fact.Type.Kind == TypeKind.ThingList;

    public List<ReasonSymbol> Reasons { get; }

    /// <summary>Names of definitions that lead back to themselves and are told.</summary>
    public HashSet<string> InCircles { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of definitions that become too large or too deep, and are told.</summary>
    public HashSet<string> TooLarge { get; }

    public List<string> Phases { get; }

    /// <summary>Every @name.</summary>
    public IEnumerable<string> AtNames => CodeSets.Keys.Concat(Tables.Keys).Concat(Parameters.Keys);

    /// <summary>The keys of the reasons, as what may have been meant.</summary>
    public IEnumerable<string> ReasonKeys
    {
        get
        {
            Reads?.List();
            return Reasons.Select(known => known.Name);
        }
    }

    /// <summary>Some reason has a key.</summary>
    public bool HasReason(string key)
    {
        Reads?.Ask(NameKind.Reason, key);
        return Reasons.Exists(known => known.Name == key);
    }

    /// <summary>Definitions lead back to themselves, and it is told.</summary>
    public void TellCircle(IReadOnlyCollection<string> names)
    {
        Reads?.TellCircle(names);
        InCircles.UnionWith(names);
    }

    /// <summary>The same for another binding of edits.</summary>
    public PackSymbols Again() => new(this);

    private NameTable<T> Table<T>(NameKind kind)
        where T : class => new(kind, new Dictionary<string, T>(StringComparer.Ordinal), Reader);

    private NameReads? Reader() => Reads;
}

/// <summary>A defined kind as written, and its file.</summary>
internal sealed record KindDefinition(DefineKindSyntax Syntax, SourceText Source);

/// <summary>A defined value, relation or condition as written, and its file.</summary>
internal sealed record ValueDefinition(DefineValueSyntax Syntax, SourceText Source);
