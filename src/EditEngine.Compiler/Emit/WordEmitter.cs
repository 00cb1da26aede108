using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Plans;

namespace EditEngine.Compiler.Emit;

/// <summary>A fact of a few words, as the number that its column keeps.</summary>
/// <param name="Text">C# of the number of the word, an <c>int</c> from 0.</param>
/// <param name="Words">The words by number.</param>
internal readonly record struct EmittedWord(string Text, ImmutableArray<string> Words);

/// <summary>C# of facts that are one of a few words: numbers are compared, no texts.</summary>
internal sealed class WordEmitter(Emission emission)
{
    /// <summary>Whether a text is one of some, or begins as one of some, as C# of a bool; null where it is no fact of a few words.</summary>
    public string? IsOneOf(Expression text, ImmutableArray<string> texts, ImmutableArray<string> prefixes)
    {
        if (Of(text) is not { } word)
        {
            return null;
        }

        long mask = 0;
        for (int i = 0; i < word.Words.Length; i++)
        {
            string one = word.Words[i];
            mask |= texts.Contains(one, StringComparer.Ordinal) || prefixes.Any(prefix => one.StartsWith(prefix, StringComparison.Ordinal)) ? 1L << i : 0;
        }

        return $"((int){emission.Row.Number(mask)} >> {word.Text} & 1) != 0";
    }

    /// <summary>Whether two texts are the same, or are not, as C# of a bool; null where they are no facts of the same few words.</summary>
    public string? Compare(string sign, Expression left, Expression right)
    {
        if (left is ConstantValue)
        {
            (left, right) = (right, left);
        }

        if (Of(left) is not { } word)
        {
            return null;
        }

        return right is ConstantValue { Value: string text } ? $"{word.Text} {sign} (int){emission.Row.Number(word.Words.IndexOf(text, StringComparer.Ordinal))}"
            : Of(right) is { } other && word.Words == other.Words ? $"{word.Text} {sign} {other.Text}"
            : null;
    }

    private EmittedWord? Of(Expression text) => text switch
    {
        FieldValue field when emission.Thing(field.Field.Slot) is { } thing => Of(field.Field, thing),
        UniqueValue unique => Of(unique.Value),
        _ => null,
    };

    private EmittedWord? Of(FactRef fact, EmittedThing thing) => (thing.Kind, fact.Part, fact.Field.Key) switch
    {
        (ThingKind.History, null, "history.status") => Of($"(int)historyFacts[{thing.Index}].Status", ClaimWords.Statuses),
        (ThingKind.History, null, "line.claim_type") => Of($"(int)historyFacts[{thing.Index}].ClaimType - 1", ClaimWords.Types),
        (ThingKind.Claim, null, "claim.type") => Of("(int)claim.Type - 1", ClaimWords.Types),
        _ => null,
    };

    // What is none of the words is absent, or unheard of.
    private EmittedWord Of(string number, ImmutableArray<string> words) =>
        new(emission.Text.Local("int", number, $"if ((uint){{0}} >= {Emission.Number(words.Length)}U) {Emission.Undecided}"), words);
}
