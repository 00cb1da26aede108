using System.Globalization;
using System.Text;

namespace EditEngine.Tests.X12;

/// <summary>Long interchanges made of the subscribers of the samples, so that much of a broken one stays whole: with levels numbered anew, several claims of one patient, and several billing providers.</summary>
internal static class X12MadeFiles
{
    private static readonly string[] Clean =
    [
        "snip/clean_837p.837", "snip/clean_837d.837", "snip/clean_837i_inpatient.837", "snip/clean_837i_outpatient.837", "snip/clean_cob_secondary.837",
        "snip/clean_ndc.837", "snip/clean_replacement_with_F8.837", "snip/clean_covid_chapter_U.837",
    ];

    /// <summary>One for each claim form, of about so many subscribers.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> All(int subscribers, int seed)
    {
        string[][] files = [.. X12Samples.Names("*.837").Select(name => X12Samples.Text(name)).Where(text => text.StartsWith("ISA", StringComparison.Ordinal)).Select(Segments)];
        string[][] clean = [.. Clean.Select(name => Segments(X12Samples.Text(name)))];
        foreach (string form in (string[])["005010X222", "005010X223", "005010X224"])
        {
            Random random = new(seed);
            string[][] heads = [.. clean.Where(file => IsOf(file, form))];
            string[][] own = [.. files.Where(file => IsOf(file, form))];
            string[][] blocks = [.. own.SelectMany(Subscribers)];
            string[][] good = [.. heads.SelectMany(Subscribers)];
            yield return ($"made {form}", Make(heads[0], subscribers, () => random.Next(4) == 0 ? blocks[random.Next(blocks.Length)] : good[random.Next(good.Length)], random));
        }
    }

    private static string[] Segments(string text) => [.. text.Split('~').Select(segment => segment.Trim('\r', '\n')).Where(segment => segment.Length > 0)];

    private static bool IsOf(string[] file, string form) => Array.Exists(file, segment => segment.StartsWith("ST*837", StringComparison.Ordinal) && segment.Contains(form, StringComparison.Ordinal));

    private static byte[] Make(string[] head, int subscribers, Func<string[]> next, Random random)
    {
        int levels = Array.FindIndex(head, segment => segment.StartsWith("HL*", StringComparison.Ordinal));
        int subscriber = Array.FindIndex(head, IsSubscriber);
        int start = Array.FindIndex(head, segment => segment.StartsWith("ST*", StringComparison.Ordinal));
        List<string> made = [.. head[..levels]];
        (int number, int billing, int parent) = (0, 0, 0);
        for (int i = 0; i < subscribers; i++)
        {
            if (i % 9 == 0)
            {
                billing = ++number;
                made.Add(string.Create(CultureInfo.InvariantCulture, $"HL*{billing}**20*1"));
                made.AddRange(head[(levels + 1)..subscriber]);
            }

            string[] block = next();
            int claim = Array.FindIndex(block, segment => segment.StartsWith("CLM*", StringComparison.Ordinal));
            foreach (string segment in random.Next(4) == 0 && claim > 0 ? [.. block, .. block[claim..]] : block)
            {
                string[] elements = segment.Split('*');
                if (elements[0] == "HL" && elements.Length > 4)
                {
                    bool isSubscriber = elements[3] == "22";
                    (elements[1], elements[2]) = (Text(++number), Text(isSubscriber ? billing : parent));
                    parent = isSubscriber ? number : parent;
                }

                made.Add(string.Join('*', elements));
            }
        }

        made.Add($"SE*{Text(made.Count - start + 1)}*{head[start].Split('*')[2]}");
        made.AddRange(head.SkipWhile(segment => !segment.StartsWith("GE*", StringComparison.Ordinal)));
        string between = random.Next(2) == 0 ? "~\n" : "~";
        return Encoding.Latin1.GetBytes(string.Join(between, made) + "~");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsSubscriber(string segment) => segment.StartsWith("HL*", StringComparison.Ordinal) && segment.Split('*') is [_, _, _, "22", ..];

    /// <summary>From each level of a subscriber to the next, or to the end of the transaction.</summary>
    private static IEnumerable<string[]> Subscribers(string[] file)
    {
        for (int i = Array.FindIndex(file, IsSubscriber); i >= 0 && i < file.Length; i++)
        {
            if (IsSubscriber(file[i]))
            {
                yield return [.. file.Skip(i).TakeWhile((segment, index) => index == 0 || !(IsSubscriber(segment) || segment.StartsWith("SE*", StringComparison.Ordinal) || segment.EndsWith("*20*1", StringComparison.Ordinal)))];
            }
        }
    }
}
