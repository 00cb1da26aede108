using System.Collections.Immutable;
using EditEngine.Compiler.Notation;

namespace EditEngine.Analysis.Boundaries;

/// <summary>Leaves out of a test what it can do without.</summary>
/// <param name="facts">The facts that the pack declares.</param>
internal sealed class SmallestText(TestFacts facts)
{
    private const int MostRounds = 3;

    /// <summary>The least text whose claim has a property, that no single word can leave.</summary>
    /// <param name="claim">A claim that has it.</param>
    /// <param name="has">The property.</param>
    /// <returns>The text and its claim; null where no test can say such a claim.</returns>
    public (ClaimText Text, DatedClaim Claim)? Of(DatedClaim claim, Func<DatedClaim, bool> has)
    {
        ClaimText text = new ClaimTextWriter(facts).Write(claim.Claim, claim.AsOf);
        if (Read(text) is not DatedClaim read || !has(read))
        {
            return null;
        }

        DatedClaim least = read;
        for (int round = 0; round < MostRounds; round++)
        {
            bool isLess = false;
            int at = 0;
            while (Without(text, at++) is ClaimText[] fewer)
            {
                foreach (ClaimText less in fewer)
                {
                    if (Read(less) is DatedClaim smaller && has(smaller))
                    {
                        (text, least, isLess) = (less, smaller, true);
                        at--;
                        break;
                    }
                }
            }

            if (!isLess)
            {
                break;
            }
        }

        return (text, least);
    }

    private DatedClaim? Read(ClaimText text) => TestText.Read(text.Lines, facts) is { Claim: { } claim } test ? new DatedClaim(claim, test.AsOf) : null;

    // The at-th thing that may go: what is missing, whole rows, then parts of rows and modifiers; null beyond the last.
    private static ClaimText[]? Without(ClaimText text, int at)
    {
        if (at < text.Missing.Length)
        {
            return [text with { Missing = text.Missing.RemoveAt(at) }];
        }

        at -= text.Missing.Length;
        if (at < text.Rows.Length - 1)
        {
            TextRow row = text.Rows[at + 1];
            ImmutableArray<string> named = [.. text.Missing.Where(name => !name.StartsWith(NameOf(row) + " ", StringComparison.Ordinal))];
            return [text with { Rows = text.Rows.RemoveAt(at + 1), Missing = named }];
        }

        at -= text.Rows.Length - 1;
        for (int i = 0; i < text.Rows.Length; i++)
        {
            TextRow row = text.Rows[i];
            if (at < row.Options.Length)
            {
                return [text with { Rows = text.Rows.SetItem(i, row with { Options = row.Options.RemoveAt(at) }) }];
            }

            at -= row.Options.Length;
            string[] parts = row.Head.Split(' ');
            int service = Array.FindIndex(parts, part => part.Length > 5 && part[5] == '-');
            if (service >= 0)
            {
                string[] modifiers = parts[service].Split('-');
                if (at < modifiers.Length - 1)
                {
                    string[] fewer = [.. parts];
                    fewer[service] = string.Join('-', modifiers.Where((_, k) => k != at + 1));
                    return [text with { Rows = text.Rows.SetItem(i, row with { Head = string.Join(' ', fewer) }) }];
                }

                at -= modifiers.Length - 1;
            }
        }

        return null;
    }

    private static string NameOf(TextRow row) => row.Head.Split(':')[0];
}
