using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Editing;

/// <summary>What is said of what stands at a place.</summary>
/// <param name="Span">What it is said of, as a stretch of the file.</param>
/// <param name="Page">Markdown.</param>
internal sealed record HoverText(TextSpan Span, string Page);

/// <summary>Pages on names, fields, codes and words.</summary>
internal static class Hover
{
    /// <summary>What is said at a place; null: nothing.</summary>
    public static HoverText? At(EditingPack pack, string file, int offset)
    {
        if (CursorPlace.Of(pack, file, offset) is not { Part: not null } place || place.Word.Length == 0)
        {
            return null;
        }

        Lazy<EditSketch?> sketch = new(() => EditSketch.OfWritten(place));
        if (NameSearch.At(pack, file, offset) is Occurrence name && OfName(pack, name, sketch) is string said)
        {
            return new HoverText(name.Span, said);
        }

        if (WrittenCode.At(place, sketch) is WrittenCode code)
        {
            return new HoverText(code.Span, CodePage.Of(pack, code.Code));
        }

        string word = place.Tree.Source.Text.Substring(place.Word.Start, place.Word.Length);
        string? page = TestCompletion.IsAsked(place) ? OfTestWord(place, word) : OfWord(word);
        return page is null ? null : new HoverText(place.Word, page);
    }

    private static string? OfName(EditingPack pack, Occurrence name, Lazy<EditSketch?> sketch)
    {
        PackSymbols symbols = pack.Symbols;
        string text = name.Key.Name;
        switch (name.Key.Role)
        {
            case NameRole.Edit:
                return EditPage.Of(pack, text);
            case NameRole.AtName when symbols.CodeSets.TryGetValue(text, out CodeSetSymbol? set):
                return SetPage.Of(set, SetPage.WrittenIn(pack, text));
            case NameRole.AtName when symbols.Tables.TryGetValue(text, out TableSymbol? table):
                return TablePage.Of(table);
            case NameRole.AtName:
                return Declared(pack, name.Key) is string parameter ? $"**@{text}**: a parameter\n\n```edit\n{parameter}\n```\n" : null;
            case NameRole.Definition:
                return Declared(pack, name.Key) is string definition ? $"**{text}**: a definition\n\n```edit\n{definition}\n```\n" : null;
            case NameRole.Reason:
                return ReasonPage.Of(symbols.Reasons.Where(reason => reason.Name == text)) is { Length: > 0 } reasons ? reasons : null;
            case NameRole.Phase:
                return symbols.Phases.IndexOf(text) is var at and >= 0 ? $"**{text}**: phase {at + 1} of {symbols.Phases.Count}: {string.Join(", ", symbols.Phases)}\n" : null;
            case NameRole.Fact:
                return symbols.Facts.TryGetValue(text, out FactSymbol? fact) ? $"**{text}**: {fact.Type}, a fact of the payer\n\nMember `{fact.Path}` of the claim. Absent: missing.\n" : null;
            case NameRole.Column:
                return symbols.Tables.TryGetValue(name.Key.Owner ?? "", out TableSymbol? owner) && owner.FindColumn(text) is ColumnSymbol column ? $"**{text}** of @{name.Key.Owner}: {column.Type}\n" : null;
            case NameRole.Local:
                return OfLocal(sketch.Value, text);
            case NameRole.Claim when !name.IsDeclaration:
                return Declared(pack, name.Key) is string claim ? $"**{text}**\n\n```edit\n{claim}\n```\n" : null;
            case NameRole.Claim:
                return null;
            case NameRole.Pack:
                return $"**{text}**: a pack\n";
            default:
                return OfField(sketch.Value, text);
        }
    }

    private static string? OfLocal(EditSketch? sketch, string name) => sketch?.Node is ExpressionSyntax node && sketch.BoundOf(node) is BoundExpression bound
        ? $"**{name}**: {(bound is BoundRow row ? $"a row of @{row.Table.Name}" : bound.Type)}\n"
        : sketch?.Scope?.Find(name) is VariableSymbol variable ? $"**{name}**: {variable.Type}\n" : $"**{name}**: a name of this edit\n";

    private static string? OfField(EditSketch? sketch, string name)
    {
        LanguageType? type = sketch?.Path.OfType<MemberSyntax>().LastOrDefault() is MemberSyntax member ? sketch.TypeOf(member.Receiver) : null;
        ThingKinds kinds = type?.Things ?? ThingKinds.None;
        FieldSymbol? field = kinds == ThingKinds.None ? FieldSymbols.All.FirstOrDefault(one => one.Name == name) : FieldSymbols.FindEach(kinds, name).FirstOrDefault();
        return field is null ? null : FieldPage.Of(field);
    }

    private static string? Declared(EditingPack pack, NameKey key)
    {
        (FilePart Part, SyntaxNode Node)? found = null;
        foreach (FilePart part in pack.Parts)
        {
            SyntaxNode? node = part.Declaration.Syntax switch
            {
                ParameterSyntax one when key is { Role: NameRole.AtName, Owner: null } && one.Name.Text == key.Name => one,
                DefineKindSyntax one when key.Role == NameRole.Definition && one.Name.Text == key.Name => one,
                DefineValueSyntax one when key.Role == NameRole.Definition && one.Name.Text == key.Name => one,
                NamedClaimSyntax one when key is { Role: NameRole.Claim, Owner: null } && one.Title.Value == key.Name => one,
                EditSyntax edit when key.Role == NameRole.Claim && edit.Id.Text == key.Owner => edit.Clauses.OfType<TestSyntax>().FirstOrDefault(test => test.Title?.Value == key.Name),
                EditSyntax edit when key.Role == NameRole.AtName && edit.Id.Text == key.Owner => edit.Clauses.OfType<ParameterClauseSyntax>().FirstOrDefault(clause => clause.Parameter.Name.Text == key.Name),
                _ => null,
            };
            found = node is null ? found : (part, node);
        }

        return found is (FilePart at, SyntaxNode last) ? at.Source.Slice(last.Span) : null;
    }

    private static string? OfWord(string word)
    {
        if (ActionTable.Find(word) is ActionRow row)
        {
            return $"**{row.Written}**\n\n{row.Description}\n";
        }

        Phrase? phrase = Phrases.All.FirstOrDefault(one => one.Words.Split(' ')[0] == word);
        return phrase is null ? null : $"**{phrase.Written.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal)}**\n\n{phrase.Means}\n";
    }

    private static string? OfTestWord(CursorPlace place, string word)
    {
        ThingKinds owner = place.LineBefore.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() switch
        {
            "line" => ThingKinds.Line,
            "history" or "stay" => ThingKinds.History,
            "patient" => ThingKinds.Patient,
            _ => ThingKinds.Claim,
        };
        return FieldWriters.TypeOf(owner, word) is not null && FieldSymbols.Find(owner, word) is FieldSymbol field ? FieldPage.Of(field) : null;
    }
}
