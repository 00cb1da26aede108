using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>What can be written at a place.</summary>
internal static class Completion
{
    /// <summary>The proposals for a place, likeliest first; all that fit, whatever is typed of the word.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="file">The file as diagnostics name it.</param>
    /// <param name="offset">The place.</param>
    public static ImmutableArray<Proposal> At(EditingPack pack, string file, int offset)
    {
        if (CursorPlace.Of(pack, file, offset) is not CursorPlace place || IsInComment(place))
        {
            return [];
        }

        return [.. Find(place).Select(one => one.Replaces == default ? one with { Replaces = place.Word } : one).DistinctBy(one => (one.Label, one.Kind is ProposalKind.Keyword or ProposalKind.Phrase))];
    }

    private static IEnumerable<Proposal> Find(CursorPlace place)
    {
        if (PathCompletion.FilesAt(place) is { } files)
        {
            return files;
        }

        if (TestCompletion.IsAsked(place))
        {
            return TestCompletion.Of(place);
        }

        IEnumerable<Proposal> found = place.Part is null ? [] : place.Part.Declaration.Syntax is EditSyntax or ExtendSyntax && place.Clause is not null
            ? ClauseCompletion.Of(place)
            : DeclarationCompletion.Of(place);
        return place.IsFirstInLine ? found.Concat(StartProposals.Of(place)) : found;
    }

    private static bool IsInComment(CursorPlace place)
    {
        string line = place.LineBefore;
        return LexedText.Read(new SourceText("", line)).All is [.., { Kind: TokenKind.Comment }];
    }
}
