using System.Collections.Immutable;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>The words of a kind phrase sorted out: adjectives and kind of each alternative, and the name.</summary>
/// <param name="Alternatives">In order.</param>
/// <param name="Name">The name, or null where the phrase has none.</param>
internal sealed record KindPhrase(ImmutableArray<KindWords> Alternatives, NameSyntax? Name)
{
    private static readonly ImmutableArray<string> Adjectives = ["other", "earlier", "professional", "institutional", "dental"];

    public static bool IsAdjective(string word) => Adjectives.Contains(word);

    public static KindPhrase Of(KindSyntax kind, Func<string, bool> isDefined)
    {
        if (kind.Alternatives.IsEmpty)
        {
            return new KindPhrase([], null);
        }

        bool IsKind(string word) => isDefined(word) || ThingNames.FromWord(word) != ThingKinds.None;
        ImmutableArray<NameSyntax> last = kind.Alternatives[^1].Words;
        bool namesEnd = last.Length > 0
            && !IsAdjective(last[^1].Text)
            && (!IsKind(last[^1].Text) || (last.Length > 1 && IsKind(last[^2].Text) && last[^2].Text != "history"));
        NameSyntax? name = namesEnd ? last[^1] : null;

        // From the right: an alternative of adjectives alone shares the kind of the one after it.
        List<KindWords> words = [];
        ImmutableArray<NameSyntax> shared = [];
        for (int i = kind.Alternatives.Length - 1; i >= 0; i--)
        {
            ImmutableArray<NameSyntax> all = kind.Alternatives[i].Words;
            if (i == kind.Alternatives.Length - 1 && name is not null)
            {
                all = all.RemoveAt(all.Length - 1);
            }

            ImmutableArray<NameSyntax> adjectives = [.. all.TakeWhile(word => IsAdjective(word.Text))];
            ImmutableArray<NameSyntax> kindWords = all.RemoveRange(0, adjectives.Length);
            kindWords = kindWords.IsEmpty ? shared : kindWords;
            shared = kindWords;
            words.Insert(0, new KindWords(adjectives, kindWords));
        }

        return new KindPhrase([.. words], name);
    }
}

/// <summary>One alternative: its adjectives, and the words of its kind (<c>line</c>, <c>history line</c>, a defined kind; none for a bare name).</summary>
internal sealed record KindWords(ImmutableArray<NameSyntax> Adjectives, ImmutableArray<NameSyntax> Kind);
