using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Compiler.Syntax;

/// <summary>The values that an item of <c>test each x in { … }</c> stands for.</summary>
internal static class TestValues
{
    /// <summary>A range stands for its teeth where the test gives them to lines as teeth; elsewhere 25-59 may be two modifiers.</summary>
    public static IEnumerable<NameSyntax> Of(SetItemSyntax item, string? variable, ImmutableArray<TestLineSyntax> body)
    {
        string use = $"tooth {{{variable}}}";
        IEnumerable<Code>? teeth = body.Any(line => line.Text.Contains(use, StringComparison.Ordinal)) ? ToothRange.Of(item.Text) : null;
        return teeth?.Select(tooth => new NameSyntax(item.Span, tooth.ToPlainText())) ?? [new NameSyntax(item.Span, item.Text)];
    }
}
