using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Editing;

/// <summary>Words that begin a part of a clause and stand two blanks off, so that the eye finds the parts.</summary>
internal static class SectionWords
{
    private static readonly HashSet<string> ValueFollows = new(StringComparer.Ordinal)
    {
        "and", "or", "not", "in", "is", "has", "if", "else", "of", "by", "on", "with", "where", "as", "to", "from", "for", "when", "unless", "otherwise", "over",
        "outside", "overlaps",
    };

    /// <summary>A word begins a part of this clause or declaration.</summary>
    public static bool IsSection(SyntaxNode? node, string word, string before) => node switch
    {
        ForEachSyntax => word is "with" or "where" || (word is "by" && before != "denied"),
        EffectiveSyntax => word is "by",
        UnlessSyntax => word is "because" or "owner" or "until",
        ThenSyntax or AlsoSyntax => word is "reason" or "queue" or "overridable" or "pay" or "supports",
        EditSyntax => word is "retro",
        DisableSyntax => word is "because",
        DefineKindSyntax => word is "where" && before != "broken",
        _ => false,
    };

    /// <summary>After this word a value begins, so that a minus sign belongs to it.</summary>
    public static bool IsBeforeValue(string word) => ValueFollows.Contains(word);
}
