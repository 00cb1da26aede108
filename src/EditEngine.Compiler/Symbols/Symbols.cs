using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Compiler.Symbols;

/// <summary>A name with a meaning.</summary>
/// <param name="Name">The name as written, without @.</param>
/// <param name="Place">Where it was declared.</param>
internal abstract record Symbol(string Name, SourceSpan Place);

/// <summary>A code set, with every member on its days.</summary>
/// <param name="Name">Name without @.</param>
/// <param name="Place">Where it was declared.</param>
/// <param name="System">System of its codes.</param>
/// <param name="Set">Its members.</param>
internal sealed record CodeSetSymbol(string Name, SourceSpan Place, CodeSystem System, CodeSet Set) : Symbol(Name, Place);

/// <summary>The codes of a system that there are: what a pack checks its literals against and <c>is valid</c> asks.</summary>
/// <param name="System">The system.</param>
/// <param name="Codes">Codes that can be billed, on their days. Of a procedure family without a table, all that have its pattern.</param>
/// <param name="Categories">Headings above codes.</param>
/// <param name="Untold">Procedure families without a table, by name.</param>
internal sealed record CodeTableSymbol(CodeSystem System, CodeSet Codes, CodeSet Categories, ImmutableArray<string> Untold);

/// <summary>A table, with what its columns mean.</summary>
/// <param name="Name">Name without @.</param>
/// <param name="Place">Where it was declared.</param>
/// <param name="Columns">Keys first, in the order declared.</param>
/// <param name="KeyCount">How many of them are keys.</param>
/// <param name="IsDated">Its rows are in force from and through days of their own.</param>
/// <param name="Table">Its rows; null where they could not be read (reported).</param>
internal sealed record TableSymbol(string Name, SourceSpan Place, ImmutableArray<ColumnSymbol> Columns, int KeyCount, bool IsDated, Table? Table) : Symbol(Name, Place)
{
    /// <summary>The column of a name, or null.</summary>
    public ColumnSymbol? FindColumn(string name) => Columns.FirstOrDefault(column => column.Name == name);
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name in rule text.</param>
/// <param name="Type">Its type.</param>
/// <param name="Index">Its position in the table.</param>
/// <param name="IsMonths">A period column counts months, not days.</param>
internal sealed record ColumnSymbol(string Name, LanguageType Type, int Index, bool IsMonths = false);

/// <summary>A constant that may change from a day on.</summary>
/// <param name="Name">Name without @.</param>
/// <param name="Place">Where it was declared.</param>
/// <param name="Type">Its type.</param>
/// <param name="Values">By first day ascending; the first from the beginning of time.</param>
internal sealed record ParameterSymbol(string Name, SourceSpan Place, LanguageType Type, ImmutableArray<ParameterValue> Values) : Symbol(Name, Place);

/// <summary>A value and the day number from which it holds; <see cref="int.MinValue"/>: from the beginning.</summary>
internal sealed record ParameterValue(int FromDay, Constant Value);

/// <summary>A fact that the payer adds to a claim.</summary>
/// <param name="Name">Name in rule text.</param>
/// <param name="Place">Where it was declared.</param>
/// <param name="Member">Member of the claim's <c>facts</c>.</param>
/// <param name="Type">Its type.</param>
internal sealed record FactSymbol(string Name, SourceSpan Place, string Member, LanguageType Type) : Symbol(Name, Place)
{
    /// <summary>Where a claim in JSON has it: <c>facts.gold</c>, <c>spans.coverage</c>.</summary>
    public string Path => (Type.Kind == TypeKind.ThingList ? "spans." : "facts.") + Member;
}

/// <summary>What a phrase's name stands for while the phrase is read: a thing, a group or a value.</summary>
/// <param name="Name">The name; made up where the phrase has none.</param>
/// <param name="Place">Where it was declared.</param>
/// <param name="Type">Its type.</param>
/// <param name="Slot">Its number in the edit or definition; unique there.</param>
internal record VariableSymbol(string Name, SourceSpan Place, LanguageType Type, int Slot) : Symbol(Name, Place);

/// <summary>The reasons of a pack: key to group code, CARC and RARC, by line of business and date.</summary>
/// <param name="Name">Reason key.</param>
/// <param name="Place">Where it was declared.</param>
/// <param name="GroupCode">CO, PR, OA or PI.</param>
/// <param name="Carc">Claim adjustment reason code.</param>
/// <param name="Rarc">Remark codes.</param>
/// <param name="FromDay">First day of the map, by as-of date.</param>
/// <param name="ThroughDay">Last day of the map.</param>
/// <param name="LineOfBusiness">The lines of business it holds for; empty for all.</param>
internal sealed record ReasonSymbol(
    string Name, SourceSpan Place, string GroupCode, string Carc, ImmutableArray<string> Rarc, int FromDay, int ThroughDay, ImmutableArray<string> LineOfBusiness)
    : Symbol(Name, Place);
