using System.Collections.Immutable;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Testing;

/// <summary>A test beside its edit.</summary>
/// <param name="Edit">Id of the edit.</param>
/// <param name="Test">The test.</param>
internal sealed record TitledTest(string Edit, TestCase Test)
{
    /// <summary>As people name it: its title, with its edit.</summary>
    public override string ToString() => $"\"{Test.Title}\" of {Edit}";
}

/// <summary>Finds tests by their titles.</summary>
/// <param name="edits">The edits of a pack, with their tests.</param>
internal sealed class TestTitles(ImmutableArray<EditTests> edits)
{
    private static readonly char[] Breaks = [' ', ',', '.', ':', ';', '-', '(', ')', '\'', '"'];

    private readonly ImmutableArray<TitledTest> _all = [.. edits.SelectMany(edit => edit.Cases.Select(test => new TitledTest(edit.Edit, test)))];

    /// <summary>How many tests there are.</summary>
    public int Count => _all.Length;

    /// <summary>Those whose title is the text; where none is, those that it is in another case, else those that hold it.</summary>
    public ImmutableArray<TitledTest> Find(string text)
    {
        ImmutableArray<TitledTest> same = [.. _all.Where(one => one.Test.Title == text)];
        same = same.IsEmpty ? [.. _all.Where(one => one.Test.Title.Equals(text, StringComparison.OrdinalIgnoreCase))] : same;
        return same.IsEmpty ? [.. _all.Where(one => one.Test.Title.Contains(text, StringComparison.OrdinalIgnoreCase))] : same;
    }

    /// <summary>Those that share most words with a text, slips of the fingers aside; in the order of the pack where as many. None where no word is shared.</summary>
    public ImmutableArray<TitledTest> Likely(string text, int most)
    {
        string[] asked = WordsOf(text);
        return
        [
            .. _all.Select(one => (One: one, Shared: Shared(asked, WordsOf(one.Test.Title)))).Where(one => one.Shared > 0)
                .OrderByDescending(one => one.Shared).Take(most).Select(one => one.One),
        ];
    }

    private static int Shared(string[] asked, string[] words) => asked.Count(word => NearestName.Of(word, words) is not null);

    private static string[] WordsOf(string text) => text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries);
}
