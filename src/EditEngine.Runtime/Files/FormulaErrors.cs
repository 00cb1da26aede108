using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace EditEngine.Files;

/// <summary>Cells of a workbook that hold the error of a formula: the package that reads workbooks takes them for empty ones.</summary>
internal sealed class FormulaErrors
{
    private static readonly XmlReaderSettings Plain = new() { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true };
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly ImmutableDictionary<(int Sheet, string Cell), string> _errors;

    private FormulaErrors(ImmutableDictionary<(int Sheet, string Cell), string> errors) => _errors = errors;

    /// <summary>The errors of a workbook whose size was tested; the stream is left open, at its beginning.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="XmlException">The same.</exception>
    public static FormulaErrors Of(Stream workbook)
    {
        ImmutableDictionary<(int, string), string>.Builder errors = ImmutableDictionary.CreateBuilder<(int, string), string>();
        using (ZipArchive archive = new(workbook, ZipArchiveMode.Read, leaveOpen: true))
        {
            int sheet = 0;
            foreach (ZipArchiveEntry? entry in SheetsOf(archive))
            {
                if (entry is not null)
                {
                    Read(entry, sheet, errors);
                }

                sheet++;
            }
        }

        workbook.Position = 0;
        return new FormulaErrors(errors.ToImmutable());
    }

    /// <summary>The error that a cell shows, or null.</summary>
    /// <param name="sheet">Of the workbook's, from 0.</param>
    /// <param name="row">From 1.</param>
    /// <param name="column">From 0.</param>
    public string? At(int sheet, int row, int column) => _errors.IsEmpty ? null : _errors.GetValueOrDefault((sheet, CellName(row, column)));

    private static IEnumerable<ZipArchiveEntry?> SheetsOf(ZipArchive archive)
    {
        if (archive.GetEntry("xl/workbook.xml") is not ZipArchiveEntry workbook || archive.GetEntry("xl/_rels/workbook.xml.rels") is not ZipArchiveEntry relations)
        {
            yield break;
        }

        Dictionary<string, string> targets = new(StringComparer.Ordinal);
        foreach (XElement relation in Load(relations).Descendants().Where(element => element.Name.LocalName == "Relationship"))
        {
            targets[relation.Attribute("Id")?.Value ?? ""] = relation.Attribute("Target")?.Value ?? "";
        }

        foreach (XElement sheet in Load(workbook).Descendants().Where(element => element.Name.LocalName == "sheet"))
        {
            string target = targets.GetValueOrDefault(sheet.Attribute(Relations + "id")?.Value ?? "", "");
            yield return archive.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target);
        }
    }

    private static void Read(ZipArchiveEntry sheet, int number, ImmutableDictionary<(int, string), string>.Builder errors)
    {
        using XmlReader reader = XmlReader.Create(sheet.Open(), Plain);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" } && reader.GetAttribute("t") == "e" && reader.GetAttribute("r") is string cell)
            {
                errors[(number, cell)] = ValueIn(reader);
            }
        }
    }

    private static string ValueIn(XmlReader cell)
    {
        using XmlReader inner = cell.ReadSubtree();
        return inner.ReadToDescendant("v", cell.NamespaceURI) ? inner.ReadElementContentAsString() : "#ERROR!";
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using XmlReader reader = XmlReader.Create(entry.Open(), Plain);
        return XDocument.Load(reader);
    }

    private static string CellName(int row, int column)
    {
        string letters = "";
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{letters}{row}");
    }
}
