using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Plans;

/// <summary>How a plan's JSON names the sets and tables that its expressions share.</summary>
internal interface IPlanNames
{
    /// <summary>The text that names a set.</summary>
    string NameOf(CodeSet set);

    /// <summary>The text that names a table.</summary>
    string NameOf(Table table);
}

/// <summary>What the sets and tables are that a plan's JSON names.</summary>
internal interface IPlanReferences
{
    /// <summary>The set of a name.</summary>
    /// <exception cref="System.Text.Json.JsonException">There is none.</exception>
    CodeSet SetOf(string name);

    /// <summary>The table of a name.</summary>
    /// <exception cref="System.Text.Json.JsonException">There is none.</exception>
    Table TableOf(string name);
}
