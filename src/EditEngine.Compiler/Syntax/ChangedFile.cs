using System.Collections.Immutable;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Syntax;

/// <summary>
/// Reads a file whose text has changed: the declarations around the change, and no others. A declaration whose word stands at the start of a
/// line is read alike whatever stands before it, so that a text can be cut there. Where that is not sure, the whole file is read.
/// </summary>
internal static class ChangedFile
{
    /// <summary>The tree of a new text; equal to that of <see cref="EditParser.Parse(SourceText)"/>.</summary>
    /// <param name="before">The tree of the text before.</param>
    /// <param name="now">The new text.</param>
    public static SyntaxTree Read(SyntaxTree before, SourceText now) =>
        before.Source.File == now.File && before.Source.Text == now.Text ? before : TryRead(before, now) ?? EditParser.Parse(now);

    private static SyntaxTree? TryRead(SyntaxTree before, SourceText now)
    {
        ImmutableArray<PlacedDeclaration> parts = before.Parts;
        if (parts.Length < 4 || before.Source.File != now.File || now.Text.Length > EditParser.LongestFile)
        {
            return null;
        }

        string old = before.Source.Text;
        string text = now.Text;
        TextDifference change = TextDifference.Between(old, text);

        // The declarations that the change touches, and one more on each side: what stands between two belongs to none.
        int first = FirstEndingAt(parts, change.SameBefore) - 1;
        int last = FirstStartingAfter(parts, old.Length - change.SameAfter) + 1;
        while (first > 0 && !IsCut(parts[first], old))
        {
            first--;
        }

        while (last < parts.Length && !IsCut(parts[last], old))
        {
            last++;
        }

        int from = first <= 0 ? 0 : StartOf(parts[first]);
        int by = change.By;
        int to = last >= parts.Length ? old.Length : StartOf(parts[last]);
        if (before.Diagnostics.Any(one => !IsWithin(one, from, to)))
        {
            return null;
        }

        SourceText middle = new(now.File, text[from..(to + by)], now.LineOf(from));
        SyntaxTree read = EditParser.Parse(middle);
        if (read.Diagnostics.Any(IsOfWholeFile))
        {
            return null;
        }

        SourceText placed = middle.Moved(from, 0);
        Moved moved = new(by, now.LineOf(to + by) - before.Source.LineOf(to));
        return new SyntaxTree(
            now,
            [
                .. parts.AsSpan(0, Math.Max(first, 0)),
                .. read.Declarations.Select(one => new PlacedDeclaration(one, placed)),
                .. moved.Of(parts, last),
            ],
            [.. read.Diagnostics.Select(one => Place(one, placed))]);
    }

    private static int StartOf(PlacedDeclaration part) => part.Syntax.Span.Start + part.Source.At;

    private static int EndOf(PlacedDeclaration part) => part.Syntax.Span.End + part.Source.At;

    private static int FirstEndingAt(ImmutableArray<PlacedDeclaration> parts, int offset)
    {
        int low = 0;
        int high = parts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = EndOf(parts[middle]) < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int FirstStartingAfter(ImmutableArray<PlacedDeclaration> parts, int offset)
    {
        int low = 0;
        int high = parts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = StartOf(parts[middle]) <= offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // It was read as it is written, and begins a line.
    private static bool IsCut(PlacedDeclaration part, string text) =>
        part.Syntax is not ErrorDeclarationSyntax && (StartOf(part) == 0 || text[StartOf(part) - 1] == '\n');

    private static bool IsWithin(Diagnostic one, int from, int to) => one.Place is SourceSpan place && place.Start >= from && place.End <= to && !IsOfWholeFile(one);

    // Told once a file, or a number of times, wherever it stands.
    private static bool IsOfWholeFile(Diagnostic one) => one.Id is "EDIT0131" or "EDIT0138" or "EDIT0139" or "EDIT0190";

    private static Diagnostic Place(Diagnostic one, SourceText placed) => one with
    {
        Place = one.Place is SourceSpan place ? placed.PlaceOf(new TextSpan(place.Start, place.Length)) : one.Place,
        Fix = one.Fix is null ? null : one.Fix with { Span = placed.PlaceOf(new TextSpan(one.Fix.Span.Start, one.Fix.Span.Length)) },
    };

    /// <summary>Declarations that stand further on in a new text: those of one text before have one text again.</summary>
    private sealed class Moved(int by, int lines)
    {
        private readonly Dictionary<SourceText, SourceText> _texts = new(ReferenceEqualityComparer.Instance);

        public IEnumerable<PlacedDeclaration> Of(ImmutableArray<PlacedDeclaration> parts, int from)
        {
            for (int i = from; i < parts.Length; i++)
            {
                SourceText text = Of(parts[i].Source);
                yield return ReferenceEquals(text, parts[i].Source) ? parts[i] : new PlacedDeclaration(parts[i].Syntax, text);
            }
        }

        private SourceText Of(SourceText text)
        {
            if (!_texts.TryGetValue(text, out SourceText? moved))
            {
                moved = text.Moved(by, lines);
                _texts.Add(text, moved);
            }

            return moved;
        }
    }
}
