using EditEngine.Diagnostics;
using EditEngine.Formats.X12.Guides;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>Clean files with one fault each, in every element and segment: a fault that the guide refuses is an error, and the clean file has none.</summary>
public sealed class GuideMutationTests(ITestOutputHelper output)
{
    private const int Trailers = 3;

    public static TheoryData<string> Clean => ["snip/clean_837p.837", "snip/clean_cob_secondary.837", "snip/clean_837i_inpatient.837", "snip/clean_837i_outpatient.837", "snip/clean_837d.837"];

    [Theory]
    [MemberData(nameof(Clean))]
    public void An_element_that_is_too_long_or_beyond_the_last_is_an_error(string file)
    {
        string[] segments = Segments(file);
        Assert.False(IsRefused(segments));
        for (int at = 1; at < segments.Length; at++)
        {
            string[] elements = segments[at].Split('*');
            for (int element = 1; element < elements.Length; element++)
            {
                // ST01 names no other set, and is a warning.
                if (elements[element].Length > 0 && !(elements[0] == "ST" && element == 1))
                {
                    Assert.True(IsRefused(With(segments, at, elements, element, elements[element] + new string('9', 300))), $"{segments[at]} {element}");
                }
            }

            Assert.True(IsRefused(Replaced(segments, at, segments[at] + new string('*', 40) + "X")), segments[at]);
        }
    }

    /// <summary>An element that its guide requires is an error where it is empty, one with a list of codes where it holds another; others are not.</summary>
    [Theory]
    [MemberData(nameof(Clean))]
    public void What_is_told_of_an_empty_element_or_a_wrong_code_is_what_the_guide_says(string file)
    {
        string[] segments = Segments(file);
        int told = 0;
        int not = 0;
        for (int at = 3; at < segments.Length - Trailers; at++)
        {
            string[] elements = segments[at].Split('*');
            for (int element = 1; element < elements.Length; element++)
            {
                if (elements[element].Length == 0)
                {
                    continue;
                }

                bool isEmptyRefused = IsRefused(With(segments, at, elements, element, ""));
                (told, not) = isEmptyRefused ? (told + 1, not) : (told, not + 1);
                if (IsRequiredEverywhere(elements[0], element))
                {
                    Assert.True(isEmptyRefused, $"{segments[at]} {element}");
                }

                if (HasCodesEverywhere(elements[0], element))
                {
                    Assert.True(IsRefused(With(segments, at, elements, element, "$")), $"{segments[at]} {element}");
                }
            }
        }

        output.WriteLine($"{file}: {told} empty elements told, {not} situational");
        Assert.True(told > not);
    }

    [Theory]
    [MemberData(nameof(Clean))]
    public void A_segment_dropped_or_doubled_is_an_error_where_its_guide_says_so(string file)
    {
        string[] segments = Segments(file);
        for (int at = 3; at < segments.Length - Trailers; at++)
        {
            string tag = segments[at].Split('*')[0];
            if (tag is "BHT" or "CLM" or "SBR" or "HL" or "LX" or "SV1" or "SV2" or "SV3" or "NM1" && !segments[at].StartsWith("NM1*82", StringComparison.Ordinal) && !segments[at].StartsWith("NM1*71", StringComparison.Ordinal))
            {
                Assert.True(IsRefused(Counted([.. segments[..at], .. segments[(at + 1)..]])), $"dropped {segments[at]}");
            }

            // PER stands twice, REF of a claim as often as its list says, and so on: those that stand once are doubled here.
            if (tag is "BHT" or "N3" or "N4" or "SBR" or "DMG" or "PRV" or "SV1" or "SV2" or "SV3" or "DTP" or "CL1" or "LX" or "HL")
            {
                Assert.True(IsRefused(Counted([.. segments[..at], segments[at], .. segments[at..]])), $"doubled {segments[at]}");
            }
        }
    }

    private static bool IsRequiredEverywhere(string tag, int element) => FormsOf(tag).All(form => form.Elements[element - 1].Usage == Usage.Required);

    private static bool HasCodesEverywhere(string tag, int element) => FormsOf(tag).All(form => form.Elements[element - 1].Codes.Length > 0);

    private static IEnumerable<SegmentForm> FormsOf(string tag) =>
        Guide.Professional.Concat(Guide.Institutional).Concat(Guide.Dental).SelectMany(loop => loop.Segments).Where(form => Formats.X12.SegmentId.Text(form.Tag) == tag);

    private static string[] Segments(string file) => [.. X12Samples.Text(file).Split('~', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string[] With(string[] segments, int at, string[] elements, int element, string value) =>
        Replaced(segments, at, string.Join('*', elements.Select((one, position) => position == element ? value : one)).TrimEnd('*'));

    private static string[] Replaced(string[] segments, int at, string segment) => [.. segments[..at], segment, .. segments[(at + 1)..]];

    private static string[] Counted(string[] segments)
    {
        int st = Array.FindIndex(segments, segment => segment.StartsWith("ST*", StringComparison.Ordinal));
        int se = Array.FindIndex(segments, segment => segment.StartsWith("SE*", StringComparison.Ordinal));
        string[] elements = segments[se].Split('*');
        return With(segments, se, elements, 1, $"{se - st + 1}");
    }

    private static bool IsRefused(IEnumerable<string> segments)
    {
        X12Reading reading = X12Samples.Read(string.Concat(segments.Select(segment => segment + "~\n")));
        bool hasErrors = reading.Problems.Any(problem => problem.Severity == Severity.Error);
        Assert.All(reading.Claims, claim => Assert.False(claim.Conforms && claim.Problems.Any(problem => problem.Severity == Severity.Error)));
        return hasErrors;
    }
}
