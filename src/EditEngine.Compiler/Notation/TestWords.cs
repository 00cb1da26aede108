using System.Collections.Immutable;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Notation;

/// <summary>The words of closed lists that tests are written with.</summary>
internal static class TestWords
{
    public static readonly ImmutableArray<(string Word, EditAction Action)> Actions =
    [
        ("rejected", EditAction.Reject), ("denied", EditAction.Deny), ("returned", EditAction.Return), ("pended", EditAction.Pend),
        ("reviewed", EditAction.Review), ("reduced", EditAction.Reduce), ("replaced", EditAction.Replace), ("recouped", EditAction.Recoup),
        ("warned", EditAction.Warn), ("informed", EditAction.Inform),
    ];
}
