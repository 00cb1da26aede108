using System.Globalization;
using System.Text;

namespace EditEngine.Compiler.Emit;

/// <summary>The C# of one edit while it is written: statements, names of locals, and what is known at the place. What is written on trial can be taken back.</summary>
internal sealed class CodeText
{
    // What is taken back counts too: a text that is tried in too many ways is too long as well.
    private const int MostNames = 20_000;

    private readonly StringBuilder _text = new();
    private readonly List<(string Value, string Local)> _known = [];
    private int _names;

    /// <summary>A place to go back to.</summary>
    public readonly record struct Mark(int Length, int Known);

    /// <summary>The edit is better left to the executor: its text takes longer to make and to compile than it saves.</summary>
    public bool IsTooLong => _names > MostNames;

    /// <summary>The text.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>Writes a statement.</summary>
    public void Line(string statement) => _text.Append(statement).Append('\n');

    /// <summary>A name that no other local or label has.</summary>
    public string Name(string prefix) => prefix + (_names++).ToString(CultureInfo.InvariantCulture);

    /// <summary>Begins a block: what becomes known in it is forgotten at its end.</summary>
    public int Open()
    {
        Line("{");
        return _known.Count;
    }

    /// <summary>Ends a block.</summary>
    public void Close(int block)
    {
        Line("}");
        _known.RemoveRange(block, _known.Count - block);
    }

    /// <summary>Ends a block that ends with a label.</summary>
    public void Close(int block, string label)
    {
        Line(label + ": ;");
        Close(block);
    }

    /// <summary>The local that holds a value; it is declared where it is not known yet.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="value">C# of the value, without effects: the same text is the same value in the block.</param>
    /// <param name="check">A statement after the declaration, over <c>{0}</c>; null: none.</param>
    public string Local(string type, string value, string? check = null)
    {
        // What is checked is known in another way than what is not.
        string key = value + check;
        foreach ((string known, string local) in _known)
        {
            if (known == key)
            {
                return local;
            }
        }

        string name = Name("v");
        Line($"{type} {name} = {value};");
        if (check is not null)
        {
            Line(check.Replace("{0}", name, StringComparison.Ordinal));
        }

        _known.Add((key, name));
        return name;
    }

    /// <summary>The local that holds a value by its name; null where none does at the place.</summary>
    public string? Known(string name) => _known.Find(one => one.Value == name).Local;

    /// <summary>Says that a local holds a value.</summary>
    public void Know(string name, string local) => _known.Add((name, local));

    /// <summary>Where the text is now.</summary>
    public Mark Here() => new(_text.Length, _known.Count);

    /// <summary>Takes back what was written since.</summary>
    public void TakeBack(Mark mark)
    {
        _text.Length = mark.Length;
        _known.RemoveRange(mark.Known, _known.Count - mark.Known);
    }
}
