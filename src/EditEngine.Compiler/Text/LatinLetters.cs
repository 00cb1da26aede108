using System.Collections.Frozen;

namespace EditEngine.Compiler.Text;

/// <summary>Letters of other scripts that look like a Latin one, as a paste or an attacker puts them into a name.</summary>
internal static class LatinLetters
{
    private const string Others = "АВЕЅІЈКМНОРСТУХаеорсухіјѕһԁѵΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινρυ";

    private const string Latins = "ABESIJKMHOPCTYXaeopcyxijshdvABEZHIKMNOPTYXoivpu";

    private static readonly FrozenDictionary<char, char> Alike =
        Others.Zip(Latins).DistinctBy(pair => pair.First).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The Latin letter, digit or sign that a character looks like; null where it looks like none.</summary>
    public static char? Of(char c) =>
        Alike.TryGetValue(c, out char latin) ? latin : c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : null;
}
