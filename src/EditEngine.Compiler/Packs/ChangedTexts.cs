using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Packs;

/// <summary>Texts of rule files that stand for what lies on the disk, and what was read before.</summary>
/// <param name="Texts">By full path; null: there is no such file.</param>
/// <param name="Known">Trees by the names of their files; each serves a file of its text.</param>
/// <param name="References">The reference files as they were read.</param>
internal sealed record ChangedTexts(ImmutableDictionary<string, string?> Texts, IReadOnlyDictionary<string, SyntaxTree> Known, IReferenceFiles References)
{
    /// <summary>The tree of a file, where it was read before and has the same text.</summary>
    public SyntaxTree? TreeOf(string name, string text) => Known.GetValueOrDefault(name) is SyntaxTree tree && tree.Source.Text == text ? tree : null;
}
