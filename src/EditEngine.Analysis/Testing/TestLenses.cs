using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Analysis.Testing;

/// <summary>What can be done with tests at a place of a file, and how they went last.</summary>
/// <param name="Span">The edit's id, or the title of the test, as a stretch of the file.</param>
/// <param name="Edit">The edit.</param>
/// <param name="Test">Title of the test as written; null: all of the edit.</param>
/// <param name="Title">What is shown.</param>
/// <param name="IsExplanation">It explains the test, and does not run it.</param>
internal sealed record TestLens(TextSpan Span, string Edit, string? Test, string Title, bool IsExplanation);

/// <summary>How the tests of an edit went, and the text of the edit that they went so with.</summary>
/// <param name="EditText">The edit as it was written.</param>
/// <param name="Outcomes">In the order written, values of <c>test each</c> in theirs.</param>
internal sealed record LastTests(string EditText, ImmutableArray<TestOutcome> Outcomes);

/// <summary>Lenses over the edits and tests of a file.</summary>
internal static class TestLenses
{
    /// <summary>The lenses, in the order of places. Edits of bases have none: a pack's tests run against that pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="file">The file.</param>
    /// <param name="last">How the tests of an edit went; null: they were not run.</param>
    public static ImmutableArray<TestLens> Of(EditingPack pack, string file, Func<string, LastTests?> last)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(last);
        return pack.Sources.Chain is [.., var own] ? [.. pack.PartsOf(file).Where(part => ReferenceEquals(part.Pack, own)).SelectMany(part => OfPart(part, last))] : [];
    }

    /// <summary>The text of an edit, by which it is told whether it is still the one whose tests were run.</summary>
    public static string TextOf(FilePart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return part.Source.Slice(part.Declaration.Syntax.Span);
    }

    private static IEnumerable<TestLens> OfPart(FilePart part, Func<string, LastTests?> last)
    {
        if (part.Declaration.Syntax is not EditSyntax { Id.Text.Length: > 0 } edit)
        {
            yield break;
        }

        TestSyntax[] tests = [.. edit.Clauses.OfType<TestSyntax>()];
        LastTests? ran = tests.Length == 0 ? null : last(edit.Id.Text);
        bool isStale = ran is not null && ran.EditText != TextOf(part);
        if (tests.Length > 0)
        {
            string count = tests.Length == 1 ? "1 test" : string.Create(CultureInfo.InvariantCulture, $"{tests.Length} tests");
            yield return new TestLens(part.InFile(edit.Id.Span), edit.Id.Text, null, $"run {count}{Went(ran?.Outcomes ?? [], isStale)}", false);
        }

        foreach (TestSyntax test in tests)
        {
            // A test over several values is several, which stand at one place.
            TextSpan span = part.InFile(test.Title?.Span ?? test.Span);
            ImmutableArray<TestOutcome> outcomes = [.. (ran?.Outcomes ?? []).Where(one => IsOf(one, test))];
            yield return new TestLens(span, edit.Id.Text, test.Title?.Value ?? "", $"run test{Went(outcomes, isStale)}", false);
            yield return new TestLens(span, edit.Id.Text, test.Title?.Value ?? "", "explain", true);
        }
    }

    // The title of one over several values has the value in the place of its name.
    private static bool IsOf(TestOutcome outcome, TestSyntax test)
    {
        string title = test.Title?.Value ?? "";
        return test.Each is null ? outcome.Title == title : test.Over is not null ? IsFilled(outcome.Title, title) : test.Values.Any(value => outcome.Title == title.Replace($"{{{test.Each.Text}}}", value.Text, StringComparison.Ordinal));
    }

    // What the names in braces stand for is known to the pack alone.
    private static bool IsFilled(string filled, string title)
    {
        int open = title.IndexOf('{', StringComparison.Ordinal);
        return open < 0 ? filled == title
            : filled.Length >= open && filled.AsSpan(0, open).SequenceEqual(title.AsSpan(0, open)) && filled.EndsWith(title[(title.LastIndexOf('}') + 1)..], StringComparison.Ordinal);
    }

    private static string Went(ImmutableArray<TestOutcome> outcomes, bool isStale)
    {
        if (outcomes.IsEmpty)
        {
            return "";
        }

        int failed = outcomes.Count(one => !one.HasPassed);
        string went = failed == 0 ? "passed" : outcomes.Length == 1 ? "failed" : string.Create(CultureInfo.InvariantCulture, $"{failed} of {outcomes.Length} failed");
        return isStale ? $" (before the last change: {went})" : $" ({went})";
    }
}
