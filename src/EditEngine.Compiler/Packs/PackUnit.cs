using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Packs;

/// <summary>One pack of a chain, before it is bound.</summary>
/// <param name="Key">What tells it from others: the full path of its folder, or of its only file.</param>
/// <param name="Folder">Full path of its folder.</param>
/// <param name="FallbackName">Its name where it has no pack clause.</param>
/// <param name="Files">Its files, in ordinal order of their names.</param>
/// <param name="Clauses">Its pack clauses; more than one is a mistake.</param>
internal sealed record PackUnit(
    string Key, string Folder, string FallbackName, ImmutableArray<RuleFile> Files, ImmutableArray<(RuleFile File, PackSyntax Clause)> Clauses)
{
    // A pack without a version clause is not meant to be told from its later self.
    private const string NoVersion = "0";

    public string Name => Clauses.IsEmpty ? FallbackName : Clauses[0].Clause.Name.Text;

    public NameSyntax? Extends => Clauses.IsEmpty ? null : Clauses[0].Clause.Extends;

    public static PackUnit Of(PackFolder folder) => new(
        folder.Path, folder.Path, Path.GetFileName(folder.Path), folder.Files, PackFolder.ClausesOf(folder.Files));

    public static PackUnit Of(RuleFile file) => new(
        file.Path, Path.GetDirectoryName(file.Path)!, Path.GetFileNameWithoutExtension(file.Path), [file], PackFolder.ClausesOf([file])); // A file lies in a folder.

    public PackFiles ToFiles() => new(
        Name,
        Clauses.IsEmpty ? NoVersion : Clauses[0].Clause.Version?.Value ?? NoVersion,
        [.. Files.Select(file => file.Tree).OfType<SyntaxTree>()]);
}
