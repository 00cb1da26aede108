using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using EditEngine.Analysis.Testing;

namespace EditEngine.Cli.Output;

/// <summary>How tests went, for programs: no time stands in any of them, so that the same tests give the same bytes.</summary>
internal static class TestReports
{
    private static readonly XmlWriterSettings Xml = new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };

    /// <summary>JUnit's XML: an edit is a suite, a test a case.</summary>
    public static string JUnit(TestReport report)
    {
        StringBuilder text = new("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (XmlWriter xml = XmlWriter.Create(text, Xml))
        {
            xml.WriteStartElement("testsuites");
            Counts(xml, report.Tests);
            foreach (IGrouping<string, TestOutcome> edit in report.Tests.GroupBy(test => test.Edit))
            {
                xml.WriteStartElement("testsuite");
                xml.WriteAttributeString("name", edit.Key);
                Counts(xml, [.. edit]);
                foreach (TestOutcome test in edit)
                {
                    Case(xml, test);
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    /// <summary>One object.</summary>
    public static string Json(TestReport report) => Written(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("passed", report.Passed);
        json.WriteNumber("failed", report.Failed);
        json.WriteStartArray("tests");
        foreach (TestOutcome test in report.Tests)
        {
            json.WriteStartObject();
            json.WriteString("edit", test.Edit);
            json.WriteString("title", test.Title);
            json.WriteString("place", test.Place.ToString());
            json.WriteBoolean("passed", test.HasPassed);
            json.WriteStartArray("failures");
            foreach (TestFailure failure in Failures(test))
            {
                json.WriteStartObject();
                json.WriteString("place", failure.Place.ToString());
                json.WriteString("expected", failure.Expected);
                json.WriteStartArray("found");
                foreach (string found in failure.Found)
                {
                    json.WriteStringValue(found);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("untested");
        foreach (UntestedEdit edit in report.Untested)
        {
            json.WriteStringValue(edit.Edit);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>SARIF 2.1.0: each expectation that was not met is a result at its line.</summary>
    public static string Sarif(TestReport report) => Written(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "edits test");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("results");
        foreach ((TestOutcome test, TestFailure failure) in report.Tests.SelectMany(test => Failures(test).Select(failure => (test, failure))))
        {
            json.WriteStartObject();
            json.WriteString("ruleId", test.Edit);
            json.WriteString("level", "error");
            json.WriteStartObject("message");
            json.WriteString("text", Sentence(test, failure));
            json.WriteEndObject();
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", failure.Place.File);
            json.WriteEndObject();
            json.WriteStartObject("region");
            json.WriteNumber("startLine", failure.Place.Line);
            json.WriteNumber("startColumn", failure.Place.Column);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Commands of GitHub's workflow log: each expectation that was not met is an error at its line of the pull request.</summary>
    public static string GitHub(TestReport report)
    {
        StringBuilder text = new();
        foreach ((TestOutcome test, TestFailure failure) in report.Tests.SelectMany(test => Failures(test).Select(failure => (test, failure))))
        {
            text.Append(CultureInfo.InvariantCulture, $"::error file={Property(failure.Place.File)},line={failure.Place.Line},col={failure.Place.Column},title={Property($"{test.Edit} \"{test.Title}\"")}::{Data(Sentence(test, failure))}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{report.Passed} passed, {report.Failed} failed\n").ToString();
    }

    // A test that cannot be read has no expectation: its mistake is told by the compiler at its own place.
    private static IEnumerable<TestFailure> Failures(TestOutcome test) => test.IsReadable ? test.Failures : [new TestFailure(test.Place, "a test that can be read", ["a mistake"])];

    private static string Sentence(TestOutcome test, TestFailure failure) => $"{test.Edit} \"{test.Title}\": expected {failure.Expected}; found {string.Join("; ", failure.Found)}";

    private static void Case(XmlWriter xml, TestOutcome test)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", test.Title);
        xml.WriteAttributeString("classname", test.Edit);
        xml.WriteAttributeString("file", test.Place.File);
        xml.WriteAttributeString("line", test.Place.Line.ToString(CultureInfo.InvariantCulture));
        foreach (TestFailure failure in Failures(test).Where(_ => !test.HasPassed))
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", Visible("expected " + failure.Expected));
            xml.WriteString(Visible($"{failure.Place}: expected {failure.Expected}\nfound {string.Join("\nfound ", failure.Found)}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Counts(XmlWriter xml, IReadOnlyCollection<TestOutcome> tests)
    {
        xml.WriteAttributeString("tests", tests.Count.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", tests.Count(test => !test.HasPassed).ToString(CultureInfo.InvariantCulture));
    }

    // XML has no way to say control characters.
    private static string Visible(string text) => string.Concat(text.Select(one => one is '\n' or '\t' || !char.IsControl(one) ? one : ' '));

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static string Written(Action<Utf8JsonWriter> write)
    {
        return PrintedJson.Of(write) + "\n";
    }
}
