using System.Globalization;
using System.Text;
using System.Xml;
using EditEngine.Analysis.Coverage;

namespace EditEngine.Cli.Output;

/// <summary>What was reached, in the form of Cobertura: a file is a class, an edit a method, a condition a branch of two ways.</summary>
internal static class CoverageCobertura
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), OmitXmlDeclaration = true };

    /// <summary>One document. It has no time stamp: the same rules and claims give the same bytes.</summary>
    public static string Of(CoverageReport report)
    {
        StringBuilder text = new("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (XmlWriter xml = XmlWriter.Create(text, Settings))
        {
            Line[] all = [.. report.Edits.SelectMany(LinesOf)];
            xml.WriteStartElement("coverage");
            Rates(xml, all);
            Number(xml, "lines-covered", all.Count(line => line.Hits > 0));
            Number(xml, "lines-valid", all.Length);
            Number(xml, "branches-covered", all.Sum(line => line.Reached));
            Number(xml, "branches-valid", all.Sum(line => line.Ways));
            xml.WriteAttributeString("complexity", "0");
            xml.WriteAttributeString("version", "1");
            xml.WriteAttributeString("timestamp", "0");
            xml.WriteStartElement("packages");
            xml.WriteStartElement("package");
            xml.WriteAttributeString("name", report.Pack);
            Rates(xml, all);
            xml.WriteAttributeString("complexity", "0");
            xml.WriteStartElement("classes");
            foreach (IGrouping<string, EditCoverage> file in report.Edits.GroupBy(edit => edit.Place.File))
            {
                File(xml, file);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void File(XmlWriter xml, IGrouping<string, EditCoverage> file)
    {
        xml.WriteStartElement("class");
        xml.WriteAttributeString("name", file.Key);
        xml.WriteAttributeString("filename", file.Key);
        Rates(xml, [.. file.SelectMany(LinesOf)]);
        xml.WriteAttributeString("complexity", "0");
        xml.WriteStartElement("methods");
        foreach (EditCoverage edit in file)
        {
            xml.WriteStartElement("method");
            xml.WriteAttributeString("name", edit.Edit);
            xml.WriteAttributeString("signature", "");
            Rates(xml, [.. LinesOf(edit)]);
            xml.WriteAttributeString("complexity", "0");
            Lines(xml, LinesOf(edit));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        Lines(xml, file.SelectMany(LinesOf).GroupBy(line => line.Number).Select(same => same.Aggregate((a, b) => a with { Hits = Math.Max(a.Hits, b.Hits), Ways = a.Ways + b.Ways, Reached = a.Reached + b.Reached })).OrderBy(line => line.Number));
        xml.WriteEndElement();
    }

    private static void Lines(XmlWriter xml, IEnumerable<Line> lines)
    {
        xml.WriteStartElement("lines");
        foreach (Line line in lines)
        {
            xml.WriteStartElement("line");
            Number(xml, "number", line.Number);
            Number(xml, "hits", line.Hits);
            xml.WriteAttributeString("branch", line.Ways > 0 ? "true" : "false");
            if (line.Ways > 0)
            {
                xml.WriteAttributeString("condition-coverage", string.Create(CultureInfo.InvariantCulture, $"{100 * line.Reached / line.Ways}% ({line.Reached}/{line.Ways})"));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // By line of the text: what stands on one line is one.
    private static IEnumerable<Line> LinesOf(EditCoverage edit) =>
        edit.Conditions.Where(one => one.Place.File == edit.Place.File).Select(one => new Line(one.Place.Line, one.Times, 2, (one.True > 0 ? 1 : 0) + (one.False > 0 ? 1 : 0)))
            .Concat(edit.Cases.Select(one => new Line(one.Place.Line, one.Fired, 0, 0)))
            .Append(new Line(edit.Place.Line, edit.Tuples, 0, 0))
            .GroupBy(line => line.Number)
            .Select(same => same.Aggregate((a, b) => a with { Hits = Math.Max(a.Hits, b.Hits), Ways = a.Ways + b.Ways, Reached = a.Reached + b.Reached }))
            .OrderBy(line => line.Number);

    private static void Rates(XmlWriter xml, Line[] lines)
    {
        xml.WriteAttributeString("line-rate", Rate(lines.Count(line => line.Hits > 0), lines.Length));
        xml.WriteAttributeString("branch-rate", Rate(lines.Sum(line => line.Reached), lines.Sum(line => line.Ways)));
    }

    private static string Rate(int part, int whole) => (whole == 0 ? 1 : (double)part / whole).ToString("0.####", CultureInfo.InvariantCulture);

    private static void Number(XmlWriter xml, string name, long value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

    private sealed record Line(int Number, long Hits, int Ways, int Reached);
}
