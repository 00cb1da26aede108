using System.Globalization;
using System.Text;

namespace EditEngine.Compiler.Packs;

/// <summary>What a <c>pack.lock</c> says.</summary>
/// <param name="Form">The number of its form; 0 where its first line says none.</param>
/// <param name="Pins">Meaning hashes by edit.</param>
/// <param name="Rows">Row hashes by table.</param>
internal sealed record LockText(int Form, IReadOnlyDictionary<string, string> Pins, IReadOnlyDictionary<string, string> Rows)
{
    /// <summary>The form that this version writes and reads. Form 1 had no first line, and its pins held the rows of tables too; those of form 2 were of another form of meaning.</summary>
    public const int CurrentForm = 3;

    private const string FormWord = "form";
    private const string RowsWord = "rows";

    public static LockText Read(string text)
    {
        Dictionary<string, string> pins = new(StringComparer.Ordinal);
        Dictionary<string, string> rows = new(StringComparer.Ordinal);
        string[][] lines = [.. text.Split('\n').Select(line => line.Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries))];
        int form = lines[0] is [FormWord, string number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int found) ? found : 0;
        foreach (string[] parts in lines.Skip(1))
        {
            if (parts is [RowsWord, _, _, ..])
            {
                rows[string.Join(' ', parts[1..^1])] = parts[^1];
            }
            else if (parts is [string edit, string hash])
            {
                pins[edit] = hash;
            }
        }

        return new LockText(form, pins, rows);
    }

    public string Write()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{FormWord} {Form}\n");
        foreach ((string name, string hash) in Rows.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{RowsWord} {name} {hash}\n");
        }

        foreach ((string edit, string hash) in Pins.OrderBy(pin => pin.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{edit} {hash}\n");
        }

        return text.ToString();
    }
}
