using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Packs;

/// <summary>What <c>edits.json</c> says for all packs below its folder.</summary>
/// <param name="FreshWithin">How old a table may be, by the name of its file, without folders; letter case does not count.</param>
internal sealed record PackSettings(ImmutableDictionary<string, TableAge> FreshWithin)
{
    /// <summary>Name of the file. It marks the root of packs, and may say no more than <c>{}</c>.</summary>
    public const string FileName = "edits.json";

    /// <summary>Nothing is set.</summary>
    public static PackSettings None { get; } = new(ImmutableDictionary.Create<string, TableAge>(StringComparer.OrdinalIgnoreCase));

    /// <summary>Reads the settings of a root.</summary>
    /// <param name="root">Its folder.</param>
    /// <param name="name">What the file is called in diagnostics.</param>
    /// <param name="report">Told what does not fit; that is left out.</param>
    internal static PackSettings Read(string root, string name, Action<Diagnostic> report)
    {
        if (PackFile.Read(Path.Combine(root, FileName), name, PackBoundary.At(root), PackFile.LongestSettings, out Diagnostic? problem) is not byte[] bytes)
        {
            report(problem!); // One or the other.
            return None;
        }

        DecodedText decoded = DecodedText.Of(bytes);
        Text.SourceText source = new(name, decoded.Text ?? "");
        if (decoded.Fault is not null)
        {
            report(decoded.Fault(before => new Text.SourceText(name, before).PlaceOf(new Text.TextSpan(before.Length, 0))));
        }

        foreach (Text.TextSpan hidden in Text.HiddenCharacters.In(source.Text))
        {
            report(SignDiagnostics.HiddenCharacter(
                source.PlaceOf(hidden), Text.HiddenCharacters.CodePointAt(source.Text, hidden.Start), Text.HiddenCharacters.NameAt(source.Text, hidden.Start)));
        }

        return string.IsNullOrWhiteSpace(source.Text) ? None : new PackSettingsReader(source, root, report).Read();
    }
}
