using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Editing;

/// <summary>Makes a clause that is being written whole: a name in the place of the word, brackets closed, the rest of a sentence behind it.</summary>
internal static class ClauseMend
{
    /// <summary>The name that stands for the word that is asked for.</summary>
    public const string Filler = "zz";

    private static readonly string[] Fillers = [Filler, "@zz", "\"zz\"", "1", "2000-01-01"];

    private static readonly string[] Tails =
        ["", " is missing", " is zz", " = 1", " in { 1 }", " has zz", " zz", " zz has (claim is missing)", " over line zz", ", zz) on claim.received", " from zz to zz", " of zz", " reason ZZ", " because \"\""];

    /// <summary>The clause, and where the place is in it; null where nothing mends it.</summary>
    public static (string Clause, int At)? Of(SketchFrame frame, CursorPlace place)
    {
        string before = frame.Head + frame.Before;
        string close = Closed(before);
        string[] rests = [frame.After, .. Tails.Select(tail => tail + close), .. close.Length == 0 ? [] : Tails.Skip(1).Select(tail => close + tail)];
        foreach (string rest in rests)
        {
            foreach (string filler in place.IsAfterDot ? Fillers[..1] : Fillers)
            {
                if (ClauseProbe.Parses(before + filler + rest))
                {
                    return (before + filler + rest, before.Length + (filler[0] is '@' or '"' ? 1 : 0));
                }
            }
        }

        return null;
    }

    private static string Closed(string before)
    {
        Stack<char> open = new();
        bool isText = false;
        foreach (char c in before)
        {
            isText ^= c == '"';
            if (!isText && c is '(' or '{')
            {
                open.Push(c);
            }
            else if (!isText && c is ')' or '}')
            {
                open.TryPop(out _);
            }
        }

        return (isText ? "\"" : "") + string.Concat(open.Select(c => c == '(' ? ")" : " }"));
    }
}
