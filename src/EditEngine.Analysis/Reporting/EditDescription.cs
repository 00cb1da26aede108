using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Plans;

namespace EditEngine.Analysis.Reporting;

/// <summary>What is told of an edit to who reads no rules: a provider, or who answers for it.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="Text">As it is written, without its tests.</param>
/// <param name="Outcomes">What it does, each with the codes of its reason.</param>
/// <param name="Exceptions">What excuses from it, in text order, over all cases.</param>
/// <param name="Examples">Its tests.</param>
internal sealed record EditDescription(BoundEdit Edit, string Text, ImmutableArray<string> Outcomes, ImmutableArray<BoundException> Exceptions, ImmutableArray<EditExample> Examples)
{
    /// <summary>The edits of a pack, in its order.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="sources">What it was compiled from.</param>
    public static ImmutableArray<EditDescription> Of(BoundPack pack, PackSources sources)
    {
        // Of several that have one id, the pack that extends the others wrote the last.
        Dictionary<string, PlacedDeclaration> written = new(StringComparer.Ordinal);
        foreach (PlacedDeclaration part in sources.Chain.SelectMany(one => one.Trees).SelectMany(tree => tree.Parts).Where(part => part.Syntax is EditSyntax))
        {
            written[((EditSyntax)part.Syntax).Id.Text] = part;
        }

        ILookup<string, SourceText> texts = sources.Texts.ToLookup(text => text.File, StringComparer.Ordinal);
        return [.. pack.Edits.Where(edit => written.ContainsKey(edit.Id)).Select(edit => Of(edit, pack, written[edit.Id], texts))];
    }

    private static EditDescription Of(BoundEdit edit, BoundPack pack, PlacedDeclaration part, ILookup<string, SourceText> texts)
    {
        var syntax = (EditSyntax)part.Syntax;
        ImmutableArray<TestSyntax> tests = [.. syntax.Clauses.OfType<TestSyntax>()];
        return new EditDescription(
            edit,
            WithoutTests(part.Source, syntax.Span, tests),
            [.. edit.Cases.SelectMany(one => one.Actions).Select(action => OutcomeOf(action, texts[action.Place.File].First(), pack.Reasons)).Distinct(StringComparer.Ordinal)],
            [.. edit.Cases.SelectMany(one => one.Exceptions).DistinctBy(one => (one.Because, one.Owner, one.UntilDay))],
            [.. tests.Select(test => new EditExample(test.Title?.Value ?? "", Dedented(part.Source, test)))]);
    }

    private static string OutcomeOf(BoundAction action, SourceText source, ImmutableArray<ReasonSymbol> reasons)
    {
        string words = Spoken(action, source.Text.Substring(action.Place.Start, action.Place.Length));
        ImmutableArray<string> codes =
        [
            .. reasons.Where(reason => reason.Name == action.Reason)
                .Select(reason => $"{reason.GroupCode} {reason.Carc}{(reason.Rarc.IsEmpty ? "" : $", remark {string.Join(", ", reason.Rarc)}")}").Distinct(StringComparer.Ordinal),
        ];
        return codes.IsEmpty ? words : $"{words}: {string.Join("; or ", codes)}";
    }

    // Who reads no rules is not told that v is a line.
    private static string Spoken(BoundAction action, string words)
    {
        string[] said = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (action.Target == TargetPlan.Thing && action.Thing is { Type.Things: not ThingKinds.None } thing && said.Length > 1)
        {
            said[1] = $"the {ThingNames.NameOf(thing.Type.Things)}";
        }

        return string.Join(' ', said);
    }

    private static string WithoutTests(SourceText source, TextSpan span, ImmutableArray<TestSyntax> tests)
    {
        string text = source.Slice(span);
        foreach (TestSyntax test in tests.Reverse())
        {
            int from = test.Span.Start - span.Start;
            text = text[..from].TrimEnd() + "\n" + text[Math.Min(text.Length, from + test.Span.Length)..].TrimStart('\r', '\n');
        }

        return text.TrimEnd();
    }

    // A test stands under its edit: beside the page's margin it needs no indent.
    private static string Dedented(SourceText source, TestSyntax test)
    {
        if (test.Body.IsEmpty)
        {
            return "";
        }

        string[] lines = source.Text[source.Text.LastIndexOf('\n', Math.Max(0, test.Body[0].Span.Start - 1))..(test.Body[^1].Span.Start + test.Body[^1].Span.Length)]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int indent = lines.Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line[indent..].TrimEnd()));
    }
}

/// <summary>A test, as an example.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Text">The claim, and what is expected of it.</param>
internal sealed record EditExample(string Title, string Text);
