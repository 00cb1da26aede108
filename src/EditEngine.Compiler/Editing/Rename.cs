using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>A change of a file.</summary>
/// <param name="File">The file as diagnostics name it.</param>
/// <param name="Span">What is replaced; empty for an insertion.</param>
/// <param name="NewText">What stands there then.</param>
internal readonly record struct TextChange(string File, TextSpan Span, string NewText);

/// <summary>A name written otherwise wherever it stands.</summary>
/// <param name="Changes">By file and place; empty where it is refused.</param>
/// <param name="Refused">Why it is refused; null: it is not.</param>
internal sealed record RenamedName(ImmutableArray<TextChange> Changes, string? Refused);

/// <summary>Renames what a pack names itself, in all files, tests and messages.</summary>
internal static class Rename
{
    /// <summary>The name at a place, where it can be renamed; null where it cannot.</summary>
    public static Occurrence? At(EditingPack pack, string file, int offset) =>
        NameSearch.At(pack, file, offset) is { Key.Role: not (NameRole.Field or NameRole.Pack) } name && !NameSearch.Declarations(pack, name.Key).IsEmpty ? name : null;

    /// <summary>The changes that give the name at a place another one.</summary>
    public static RenamedName To(EditingPack pack, string file, int offset, string newName)
    {
        ArgumentNullException.ThrowIfNull(newName);
        if (At(pack, file, offset) is not Occurrence name)
        {
            return Refuse("Nothing that the pack names stands here.");
        }

        newName = name.Key.Role == NameRole.AtName ? newName.TrimStart('@') : newName;
        if (Unfit(name.Key.Role, newName) is string why)
        {
            return Refuse(why);
        }

        ImmutableArray<(string File, Occurrence Occurrence)> all = NameSearch.All(pack, name.Key);
        if (newName != name.Key.Name && Clash(pack, name.Key, newName, all) is string clash)
        {
            return Refuse(clash);
        }

        return new RenamedName([.. all.Select(one => Change(pack, one.File, one.Occurrence, newName)).Distinct().OrderBy(change => change.File, StringComparer.Ordinal).ThenBy(change => change.Span.Start)], null);
    }

    // A column of a file keeps its heading.
    private static TextChange Change(EditingPack pack, string file, Occurrence one, string newName) =>
        one is { Key.Role: NameRole.Column, IsDeclaration: true } && pack.PartsOf(file).FirstOrDefault(part => part.Start <= one.Span.Start && one.Span.End <= part.End)?.Declaration.Syntax is TableSyntax { File: not null } table
            && table.Keys.Concat(table.Columns).Any(column => column.Name.Text == one.Key.Name && column.Header is null)
            ? new TextChange(file, one.Span, $"{newName} from \"{one.Key.Name}\"")
            : new TextChange(file, one.Span, newName);

    private static string? Unfit(NameRole role, string name)
    {
        if (role == NameRole.Claim)
        {
            return name.Length > 0 && name.AsSpan().IndexOfAny("\"{}\r\n") < 0 ? null : "A title is one line without double quotes and braces.";
        }

        string written = role == NameRole.AtName ? "@" + name : name;
        TokenKind[] kinds = [.. LexedText.Read(new SourceText("", written)).All.Select(token => token.Kind)];
        bool fits = role == NameRole.AtName ? kinds is [TokenKind.AtName] : kinds is [TokenKind.Word or TokenKind.Atom] && (role is NameRole.Edit or NameRole.Reason || !name.Contains('-', StringComparison.Ordinal));
        return fits ? null : kinds is [TokenKind.Keyword] ? $"'{name}' is a word of the language." : $"'{name}' is no name: letters, digits and '_' fit{(role is NameRole.Edit or NameRole.Reason ? ", and '-'" : "")}.";
    }

    private static string? Clash(EditingPack pack, NameKey key, string newName, ImmutableArray<(string File, Occurrence Occurrence)> all)
    {
        bool isTaken = key.Role == NameRole.Local
            ? OfSameDeclaration(pack, all).Any(one => one.Key.Role == NameRole.Local && one.Key.Name == newName)
            : !NameSearch.Declarations(pack, key with { Name = newName }).IsEmpty;
        return isTaken ? $"There is a '{newName}' already." : null;
    }

    private static IEnumerable<Occurrence> OfSameDeclaration(EditingPack pack, ImmutableArray<(string File, Occurrence Occurrence)> all) =>
        pack.PartsOf(all[0].File).Where(part => part.Start <= all[0].Occurrence.Span.Start && all[0].Occurrence.Span.End <= part.End).SelectMany(part => OccurrenceWalk.Of(part, pack.Symbols));

    private static RenamedName Refuse(string why) => new([], why);
}
