using System.Globalization;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Text;

namespace EditEngine.Tests.Editing;

/// <summary>A pack whose texts have a mark where the cursor stands.</summary>
/// <param name="Pack">The pack without the mark.</param>
/// <param name="File">The file that had it.</param>
/// <param name="Offset">Where it stood.</param>
internal sealed record MarkedPack(EditingPack Pack, string File, int Offset)
{
    public const char Mark = '‸';

    /// <summary>Declarations that most samples build on.</summary>
    public const string Shared = """
        pack sample version "1"
        dates by date of service
        phases screen, payment
        reasons
          BUNDLED = CO 97
          UNITS   = CO 151 remark N362
        codes @visits : procedure = { 99202-99215 }
        codes @minor  : procedure = { 11102, 11721, 17110 }
        codes @sides  : modifier = { RT, LT }
        table @limits
          key code : procedure
          value : units, note : text
          | code  | value | note |
          | 11721 | 1     | feet |
          | 97110 | 4     |      |
        parameter @most = 10 units
        fact office_visits : number
        define counted h : history line
          where h.status in { paid, adjusted } and h is not replaced
        define practice of x : x.billing.tax_id
        define kin of a and b : a.rendering.npi = b.rendering.npi

        """;

    /// <summary>One text behind the shared declarations.</summary>
    public static MarkedPack Of(string text) => OfTexts(("rules.edit", Shared + text));

    /// <summary>An edit of these clauses, half written as they may be, with a whole edit behind it.</summary>
    public static MarkedPack OfClauses(string clauses) => Of($"edit X \"x\"\n  {clauses.Replace("\n", "\n  ", StringComparison.Ordinal)}\nend\nedit OTHER \"other\"\n  for each  line w\n  when      w.units > 9\n  then      review w\nend\n");

    /// <summary>Texts by the names of their files; one of them has the mark.</summary>
    public static MarkedPack OfTexts(params (string File, string Text)[] texts)
    {
        (string file, string marked) = texts.Single(text => text.Text.Contains(Mark, StringComparison.Ordinal));
        return new MarkedPack(
            new EditingPack(EditCompiler.Open(PackSources.FromTexts(texts.Select(text => KeyValuePair.Create(text.File, Without(text.Text)))), CompileOptions.Default)),
            file,
            marked.IndexOf(Mark, StringComparison.Ordinal));
    }

    /// <summary>The proposals at the mark that begin as is typed.</summary>
    public IEnumerable<Proposal> Proposals()
    {
        string text = TextOf(File);
        return Completion.At(Pack, File, Offset).Where(one => one.Label.StartsWith(text[one.Replaces.Start..Offset], StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Places as <c>file:line text</c>.</summary>
    public IEnumerable<string> Shown(IEnumerable<FoundPlace> places) => places.Select(place => place.Line is long line
        ? string.Create(CultureInfo.InvariantCulture, $"{place.File}:{line}")
        : $"{place.File}:{LineOf(place.File, place.Span.Start)} {TextOf(place.File).Substring(place.Span.Start, place.Span.Length)}");

    /// <summary>The text of a file after changes.</summary>
    public string Changed(string file, IEnumerable<TextChange> changes)
    {
        string text = TextOf(file);
        foreach (TextChange change in changes.Where(change => change.File == file).OrderByDescending(change => change.Span.Start))
        {
            text = text.Remove(change.Span.Start, change.Span.Length).Insert(change.Span.Start, change.NewText);
        }

        return text;
    }

    public string TextOf(string file) => Pack.Find(file)!.Value.Tree.Source.Text;

    private string LineOf(string file, int offset) => new LinePositions(TextOf(file), ColumnUnit.Utf16).Of(offset).Line is var line ? (line + 1).ToString(CultureInfo.InvariantCulture) : "";

    private static string Without(string text) => text.Replace(Mark.ToString(), "", StringComparison.Ordinal);
}
