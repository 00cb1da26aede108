using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Syntax;

/// <summary>Which word of the language was probably meant.</summary>
internal static class Spelling
{
    /// <summary>The nearest of some words; null where none is near. A single sign is near to none: it would be near to every word of two.</summary>
    public static string? Nearest(string word, IEnumerable<string> words) => word.Length < 2 ? null : NearestName.Of(word, words);
}
