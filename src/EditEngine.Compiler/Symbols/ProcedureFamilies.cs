using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Compiler.Symbols;

/// <summary>CPT, HCPCS Level II and CDT: which procedure codes are whose, by their pattern.</summary>
/// <remarks>A CPT code begins with a digit, a CDT code with D, a HCPCS Level II code with another letter.</remarks>
internal static class ProcedureFamilies
{
    /// <summary>The names, in the order of the reference.</summary>
    public static readonly ImmutableArray<string> Names = ["CPT", "HCPCS", "CDT"];

    private static readonly CodeSet Cpt = BeginningWith("0123456789");
    private static readonly CodeSet Cdt = BeginningWith("D");
    private static readonly CodeSet Hcpcs = BeginningWith("ABCEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>All codes of the pattern that a family's name stands for; null for another name, <c>procedure</c> among them.</summary>
    public static CodeSet? Find(string name) => name switch { "CPT" => Cpt, "HCPCS" => Hcpcs, "CDT" => Cdt, _ => null };

    /// <summary>The pattern of a family in words.</summary>
    public static string Describe(string name) => name switch
    {
        "CPT" => "five digits, or four and F, T, U, A or M",
        "CDT" => "D and four digits",
        _ => "a letter other than D and four digits",
    };

    private static CodeSet BeginningWith(string signs) =>
        CodeSet.From(signs.Select(sign => Code.Subtree(CodeSystem.Procedure, [sign])!.Value).Select(all => new CodeInterval(all.First, all.Last, int.MinValue, int.MaxValue)));
}
