using System.Text;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>What a sketch of a place is put together from.</summary>
/// <param name="Pack">The pack that it is written in.</param>
/// <param name="Preface">Clauses before, whole.</param>
/// <param name="Head">What is written before the clause to make it one.</param>
/// <param name="Before">The clause up to the word of the place.</param>
/// <param name="Word">The word.</param>
/// <param name="After">The clause after it.</param>
/// <param name="Close">Clauses behind, that an edit be whole.</param>
internal sealed record SketchFrame(PackFiles Pack, string Preface, string Head, string Before, string Word, string After, string Close)
{
    private const string Outcome = "then inform claim\n";

    /// <summary>The frame of a place; null where it stands in no clause and in no definition.</summary>
    public static SketchFrame? Of(CursorPlace place) => place.Part?.Declaration.Syntax switch
    {
        EditSyntax edit when place.Clause is not (null or TestSyntax) => OfClause(place, edit, place.Part.Source),
        ExtendSyntax extend when place.Clause is not null => OfExtension(place, extend),
        DefineKindSyntax or DefineValueSyntax or ErrorDeclarationSyntax => OfDefinition(place),
        _ => null,
    };

    private static SketchFrame? OfClause(CursorPlace place, EditSyntax edit, SourceText source)
    {
        (string before, string word, string after) = Cut(place, Math.Max(place.Clause!.Span.End, place.Offset - place.Part!.By)); // In a clause of an edit.
        string keyword = KeywordOf(before.Length > 0 ? before : word);
        string preface = Names(edit, source, place.Clause) + (keyword is "then" or "also" or "message" or "unless" ? Condition(edit, source, place.Clause) : "");
        return keyword switch
        {
            "also" => new SketchFrame(place.Part.Pack, preface + Outcome, "", before, word, after, ""),
            "then" => new SketchFrame(place.Part.Pack, preface, "", before, word, after, ""),
            "message" => OfMessage(place.Part.Pack, preface, before, word, after),
            _ => new SketchFrame(place.Part.Pack, preface, "", before, word, after, Outcome),
        };
    }

    // What stands between braces, as a condition.
    private static SketchFrame? OfMessage(PackFiles pack, string preface, string before, string word, string after)
    {
        int open = before.LastIndexOf('{');
        int close = after.IndexOf('}', StringComparison.Ordinal);
        return open < 0 || before.IndexOf('}', open) >= 0 ? null : new SketchFrame(pack, preface, "unless ", before[(open + 1)..], word, close < 0 ? "" : after[..close], Outcome);
    }

    private static SketchFrame? OfExtension(CursorPlace place, ExtendSyntax extend)
    {
        FilePart? extended = place.Pack.FindLast(one => one is EditSyntax edit && edit.Id.Text == extend.Edit.Text);
        if (extended?.Declaration.Syntax is not EditSyntax syntax)
        {
            return null;
        }

        (string before, string word, string after) = Cut(place, Math.Max(place.Clause!.Span.End, place.Offset - place.Part!.By)); // In an exception of it.
        return new SketchFrame(place.Part.Pack, Names(syntax, extended.Source, null) + Condition(syntax, extended.Source, null), "", before, word, after, Outcome);
    }

    /// <summary>A definition of a kind is asked as <c>for each</c> of it, one of a value as a let of things of any kind.</summary>
    private static SketchFrame? OfDefinition(CursorPlace place)
    {
        (string before, string word, string after) = Cut(place, Math.Max(place.Part!.Declaration.Syntax.Span.End, place.Offset - place.Part.By)); // In a declaration.
        List<EditToken> tokens = LexedText.Read(new SourceText("", before)).Visible;
        int colon = tokens.FindIndex(token => token.Written == ":");
        if (colon < 2 || tokens[0].Written != "define")
        {
            return null;
        }

        string body = before[tokens[colon].End..];
        if (colon == 2 || tokens[2].Written == "of")
        {
            string[] names = [.. tokens.Take(colon).Skip(3).Where(token => token.Written != "and").Select(token => token.Written)];
            string things = names.Length == 0 ? "claim zc" : string.Join(", ", names.Select(name => $"line or history line or claim {name}"));
            return new SketchFrame(place.Part.Pack, $"for each {things}\n", "let zq = ", body, word, after, Outcome);
        }

        int end = tokens.FindIndex(colon, token => token.Written is "where" or "of" or "by");
        string context = colon > 4 ? $"line or history line or claim {tokens[4].Written}, " : "";
        return end < 0 ? null : new SketchFrame(
            place.Part.Pack,
            "",
            $"for each {context}{before[tokens[colon].End..tokens[end].StartIndex]} {tokens[2].Written} ",
            before[tokens[end].StartIndex..],
            word,
            after,
            Outcome);
    }

    private static (string Before, string Word, string After) Cut(CursorPlace place, int end)
    {
        string text = place.Part!.Source.Text; // In a declaration.
        int wordEnd = Math.Min(text.Length, place.WordStart + place.Word.Length);
        end = Math.Clamp(end, wordEnd, text.Length);
        return (text[Math.Min(place.ClauseStart, place.WordStart)..place.WordStart], text[place.WordStart..wordEnd], text[wordEnd..end]);
    }

    // What the edit names before the clause.
    private static string Names(EditSyntax edit, SourceText source, ClauseSyntax? clause) => Written(
        source,
        edit.Clauses.Where(one => one is ParameterClauseSyntax or ForEachSyntax or LetSyntax && !ReferenceEquals(one, clause) && (clause is null || one.Span.Start < clause.Span.Start)));

    // The condition of the clause's case, which may name rows.
    private static string Condition(EditSyntax edit, SourceText source, ClauseSyntax? clause)
    {
        WhenSyntax? condition = null;
        foreach (ClauseSyntax one in edit.Clauses.TakeWhile(one => clause is null ? one is not OtherwiseSyntax : !ReferenceEquals(one, clause)))
        {
            condition = one switch { WhenSyntax asked => asked, OtherwiseSyntax => null, _ => condition };
        }

        return condition is null ? "" : Written(source, [condition]);
    }

    private static string Written(SourceText source, IEnumerable<ClauseSyntax> clauses)
    {
        StringBuilder text = new();
        foreach (ClauseSyntax one in clauses)
        {
            text.Append(source.Slice(one.Span)).Append('\n');
        }

        return text.ToString();
    }

    private static string KeywordOf(string clause) => string.Concat(clause.TakeWhile(char.IsAsciiLetter));
}
