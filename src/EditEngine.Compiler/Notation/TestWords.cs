using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Notation;

/// <summary>The words of closed lists that tests are written with.</summary>
internal static class TestWords
{
    public static readonly ImmutableArray<string> ClaimTypes = ["professional", "institutional", "dental"];

    public static readonly ImmutableArray<string> Statuses = ["paid", "denied", "adjusted", "voided", "in-process"];

    public static readonly ImmutableArray<(string Word, EditAction Action)> Actions =
    [
        ("rejected", EditAction.Reject), ("denied", EditAction.Deny), ("returned", EditAction.Return), ("pended", EditAction.Pend),
        ("reviewed", EditAction.Review), ("reduced", EditAction.Reduce), ("replaced", EditAction.Replace), ("recouped", EditAction.Recoup),
        ("warned", EditAction.Warn), ("informed", EditAction.Inform),
    ];

    public static ClaimType ClaimTypeOf(string word) => (ClaimType)(ClaimTypes.IndexOf(word) + 1);

    public static LineStatus StatusOf(string word) => (LineStatus)Statuses.IndexOf(word);
}
