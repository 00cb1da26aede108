using System.Text;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Output;

/// <summary>Results as bytes, in one of the formats. One a thread.</summary>
internal interface IResultText
{
    /// <summary>Writes a result behind what is written.</summary>
    void Write(Result result, JsonBytes output);

    /// <summary>Writes what is said of a claim without findings.</summary>
    void Write(in CleanResult result, JsonBytes output);
}

/// <summary>One object a line.</summary>
internal sealed class JsonResultText : IResultText
{
    public static readonly JsonResultText Instance = new();

    public void Write(Result result, JsonBytes output) => ResultWriter.Write(result, output);

    public void Write(in CleanResult result, JsonBytes output) => ResultWriter.Write(result, output);
}

/// <summary>A row a finding.</summary>
/// <param name="text">Takes the rows of one result at a time.</param>
internal sealed class CsvResultText(StringWriter text) : IResultText
{
    private readonly ResultCsvWriter _rows = ResultCsvWriter.Continuing(text);

    /// <summary>The first row.</summary>
    public static string Head => ResultCsvWriter.Head;

    public void Write(Result result, JsonBytes output)
    {
        if (result.Findings.Length > 0)
        {
            _rows.Write(result);
            output.Take(text);
        }
    }

    public void Write(in CleanResult result, JsonBytes output)
    {
        // What is clean has no row.
    }
}

/// <summary>Rows for people.</summary>
/// <param name="text">Takes the rows of one result at a time; lines end with a line feed.</param>
/// <param name="style">Colours.</param>
/// <param name="edits">Ids of the pack's edits: there is room for the longest.</param>
internal sealed class TableResultText(StringWriter text, AnsiStyle style, IEnumerable<string> edits) : IResultText
{
    private readonly ResultTable _table = new(text, style, edits);

    public void Write(Result result, JsonBytes output)
    {
        _table.Write(result);
        output.Take(text);
    }

    public void Write(in CleanResult result, JsonBytes output) => Write(result.ToResult(), output);
}

internal static class WrittenText
{
    /// <summary>Puts a text behind what is written, and forgets it.</summary>
    public static void Take(this JsonBytes output, StringWriter text)
    {
        StringBuilder characters = text.GetStringBuilder();
        output.Put(Encoding.UTF8.GetBytes(characters.ToString()));
        characters.Clear();
    }
}
