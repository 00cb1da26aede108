using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Mutation;

/// <summary>What changes of an edit are made of: the pack around it, its text, and the codes on the claims of its tests.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="TextAt">The text at a place of the rules.</param>
/// <param name="CodesOfTests">The codes on claims of an edit's tests, by its id.</param>
internal sealed record MutationMaterial(BoundPack Pack, Func<SourceSpan, string> TextAt, ILookup<string, Code> CodesOfTests)
{
    private const int MostText = 60;

    /// <summary>The text at a place on one line, cut where it is long.</summary>
    public string ShortTextAt(SourceSpan place)
    {
        string text = string.Join(' ', TextAt(place).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= MostText ? text : text[..MostText] + "…";
    }

    /// <summary>The set that a pack declares with just these members; null for one written in place.</summary>
    public CodeSetSymbol? NameOf(CodeSet set) => Pack.CodeSets.FirstOrDefault(symbol => ReferenceEquals(symbol.Set, set));

    /// <summary>Every code on a claim.</summary>
    public static IEnumerable<Code> CodesOf(Claim claim) =>
        claim.Lines.SelectMany(line => (IEnumerable<Code>)[line.Procedure, line.RevenueCode, line.PlaceOfService, .. line.Modifiers.IsDefault ? [] : line.Modifiers])
            .Concat(claim.Diagnoses.IsDefault ? [] : claim.Diagnoses.Select(diagnosis => diagnosis.Code))
            .Concat(claim.Procedures.Select(procedure => procedure.Code))
            .Concat(claim.History.IsDefault ? [] : claim.History.Select(history => history.Line.Procedure))
            .Where(code => !code.IsMissing && code.Odd is null);

    /// <summary>At most so many of many, spread evenly, the first and the last among them.</summary>
    public static IEnumerable<T> Spread<T>(ImmutableArray<T> all, int most) =>
        all.Length <= most ? all : Enumerable.Range(0, most).Select(i => all[(int)((long)i * (all.Length - 1) / (most - 1))]);
}
