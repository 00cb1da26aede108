using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Names of declarations that could not be read: that such a name is not known is the same mistake, and not told again.</summary>
internal sealed class UndeclaredNames
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reasons = new(StringComparer.Ordinal);
    private readonly bool _hasPhases;

    public UndeclaredNames(IEnumerable<SyntaxTree> trees)
    {
        foreach (SyntaxTree tree in trees)
        {
            _texts[tree.Source.File] = tree.Source.Text;
            foreach (PlacedDeclaration error in tree.BesideEdits.Where(part => part.Syntax is ErrorDeclarationSyntax))
            {
                string[] words = [.. LexedText.Read(error.Source, error.Syntax.Span).Visible.Take(2).Select(token => token.Written)];
                _hasPhases |= words is ["phases", ..];
                if (words is ["define" or "codes" or "table" or "parameter" or "fact", string name])
                {
                    _names.Add(name);
                    _names.Add(words[0] is "codes" or "table" or "parameter" ? "@" + name.TrimStart('@') : name);
                }
            }

            foreach (PlacedDeclaration map in tree.BesideEdits.Where(part => part.Syntax is ReasonsSyntax or ErrorDeclarationSyntax))
            {
                _reasons.UnionWith(KeysOf(map));
            }
        }
    }

    /// <summary>Whether a diagnostic only says that such a name is not known.</summary>
    public bool Explain(Diagnostic diagnostic) => diagnostic.Id switch
    {
        "EDIT0207" => diagnostic.Place is SourceSpan key && _reasons.Contains(_texts[key.File].Substring(key.Start, key.Length)),
        "EDIT0208" => _hasPhases,
        "EDIT0201" or "EDIT0202" or "EDIT0203" or "EDIT0204" or "EDIT0310" => _names.Count > 0 && diagnostic.Place is SourceSpan place && _names.Contains(FirstWord(place)),
        _ => false,
    };

    // A line whose rest could not be read gives its key all the same: what stands first in its line before an equals sign.
    private static IEnumerable<string> KeysOf(PlacedDeclaration map)
    {
        List<EditToken> tokens = LexedText.Read(map.Source, map.Syntax.Span).Visible;
        return tokens is [{ Written: "reasons" }, ..] ? tokens.SkipLast(1).Where((token, i) => token.IsFirstInLine && tokens[i + 1].Written.StartsWith('=')).Select(token => token.Written) : [];
    }

    // The place of `rate of v` is all of it; the name stands first.
    private string FirstWord(SourceSpan place)
    {
        string text = _texts[place.File].Substring(place.Start, place.Length);
        int end = text.AsSpan().IndexOfAny(' ', '\n', '.');
        return end < 0 ? text : text[..end];
    }
}
