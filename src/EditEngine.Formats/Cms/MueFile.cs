using System.Globalization;
using System.Text.RegularExpressions;
using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Tables;
using nietras.SeparatedValues;

namespace EditEngine.Formats.Cms;

/// <summary>A row of the medically unlikely edits.</summary>
internal readonly record struct MueRow(Code Code, int Value, int AdjudicationIndicator, int Line);

/// <summary>One file of the medically unlikely edits: a release of a setting.</summary>
internal sealed partial class MueFile(ImportRun run, TableSource source)
{
    private const int HeaderWithin = 40;
    private const string Layout = "HCPCS/CPT Code, … MUE Values, MUE Adjudication Indicator";

    private static readonly string[] Settings = ["practitioner", "outpatient", "dme"];

    private int _code = -1;
    private int _value = -1;
    private int _indicator = -1;
    private int _columnCount;
    private string _notice = "";

    public static SepReaderOptions FormOf(string start) =>
        Sep.New(SeparatedRows.SeparatorOf(start)).Reader(o => o with { HasHeader = false, DisableColCountCheck = true, Unescape = true });

    public string Name => source.Name;

    public string Setting { get; private set; } = "";

    public int EffectiveDay { get; private set; }

    public List<MueRow> Rows { get; } = [];

    public void ReadRows(SepReader reader)
    {
        foreach (SepReader.Row row in reader)
        {
            if (_columnCount > 0)
            {
                ReadRow(row);
            }
            else if (row.LineNumberFrom > HeaderWithin)
            {
                break;
            }
            else
            {
                ReadHeader(row);
            }

            if (run.HasFailed)
            {
                return;
            }
        }

        if (_columnCount == 0)
        {
            run.Fail(KnownFiles.WithoutHeader(run, source, "ncci-mue", "the medically unlikely edits", Layout, HeaderWithin));
        }
    }

    private void ReadHeader(SepReader.Row row)
    {
        string valueTitle = "";
        for (int i = 0; i < row.ColCount; i++)
        {
            // A line break stands inside of "HCPCS/ CPT Code".
            string title = Blanks().Replace(row[i].ToString(), " ").Trim();
            if (title.EndsWith("CPT Code", StringComparison.OrdinalIgnoreCase))
            {
                _code = i;
            }
            else if (title.EndsWith("MUE Values", StringComparison.OrdinalIgnoreCase) || title.EndsWith("MUE Value", StringComparison.OrdinalIgnoreCase))
            {
                (_value, valueTitle) = (i, title);
            }
            else if (title.EndsWith("Adjudication Indicator", StringComparison.OrdinalIgnoreCase))
            {
                _indicator = i;
            }
        }

        if (_code < 0)
        {
            (_value, _indicator) = (-1, -1);
            _notice += " " + row[0].ToString();
            return;
        }

        _columnCount = row.ColCount;
        string? missing = _value < 0 ? "MUE Values" : _indicator < 0 ? "MUE Adjudication Indicator" : null;
        if (missing is not null)
        {
            run.Fail(CmsDiagnostics.ColumnMissing(Name, row.LineNumberFrom, missing, Layout));
            return;
        }

        ReadSetting(valueTitle);
        ReadEffectiveDay();
    }

    private void ReadSetting(string title)
    {
        Setting = SettingIn(title) ?? SettingIn(Name) ?? "";
        if (Setting.Length == 0)
        {
            run.Fail(CmsDiagnostics.NoSetting(Name));
        }
    }

    private void ReadEffectiveDay()
    {
        int? said = DayIn(Name) ?? DayIn(_notice) ?? DayIn(source.Container) ?? ReleaseText.Quarter(new ReleaseClues(Name, source.Container, ""))?.From;
        if ((run.Effective.Of(Name, said) ?? said) is int day)
        {
            EffectiveDay = day;
        }
        else
        {
            run.Fail(CmsDiagnostics.NoEffectiveDate(Name, "MCR_MUE_PractitionerServices_Eff_04-01-2024.csv"));
        }
    }

    private static int? DayIn(string text)
    {
        Match match = Effective().Match(text);
        return match.Success && CellText.TryReadDay($"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}", out int day) ? day : null;
    }

    private void ReadRow(SepReader.Row row)
    {
        if (!run.TakeRow(row, Name, _columnCount)
            || !run.TryCode(CodeSystem.Procedure, row[_code].Span.Trim(), Name, row.LineNumberFrom, "HCPCS/CPT Code", out Code code))
        {
            return;
        }

        ReadOnlySpan<char> value = row[_value].Span.Trim();
        ReadOnlySpan<char> indicator = row[_indicator].Span.Trim();
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int units))
        {
            run.Refuse(CmsDiagnostics.NotANumber(PlaceOf(row, "MUE Values"), value.ToString(), "Values are whole numbers, 0 or more."));
        }
        else if (indicator.IsEmpty || indicator[0] is < '1' or > '3' || (indicator.Length > 1 && indicator[1] != ' '))
        {
            run.Refuse(CmsDiagnostics.NotANumber(
                PlaceOf(row, "MUE Adjudication Indicator"), indicator.ToString(), "The indicator begins with 1, 2 or 3, as '1 Line Edit'."));
        }
        else
        {
            Rows.Add(new MueRow(code, units, indicator[0] - '0', row.LineNumberFrom));
        }
    }

    private TablePlace PlaceOf(SepReader.Row row, string column) => new(Name, row.LineNumberFrom, column);

    private static string? SettingIn(string text) =>
        Array.Find(Settings, setting => text.Contains(setting, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    // SOURCE: as CMS names its files, 'Eff_04-01-2024'; month first.
    [GeneratedRegex(@"Eff(?:ective)?[\s_:.-]*(?:Date[\s_:.-]*)?(?<month>\d\d)[-/_](?<day>\d\d)[-/_](?<year>\d{4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Effective();
}
