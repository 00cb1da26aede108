using System.Globalization;
using System.Text.RegularExpressions;

namespace EditEngine.Formats.Cms;

/// <summary>What the name of a procedure-to-procedure file says: setting, release, part. As <c>ccipra-v322r0-f1.txt</c>.</summary>
internal static partial class PtpFileName
{
    /// <summary>How the files are named.</summary>
    public static Regex Known => Pattern();

    /// <summary>The release all names agree on; a failure where they do not, a warning where a part before the last is missing.</summary>
    /// <returns>Null where no name says it.</returns>
    public static string? RequireOneRelease(ImportRun run)
    {
        string? release = null;
        string? kind = null;
        var parts = new SortedSet<int>();
        foreach (TableSource source in run.Files)
        {
            Match match = Pattern().Match(source.Name);
            if (!match.Success)
            {
                continue;
            }

            string found = match.Groups["kind"].Value.ToLowerInvariant() + " " + match.Groups["release"].Value.ToLowerInvariant();
            if (kind is not null && kind != found)
            {
                run.Fail(CmsDiagnostics.ReleasesDiffer(source.Name, found, kind));
            }

            kind = found;
            release = match.Groups["release"].Value.ToLowerInvariant();
            if (match.Groups["part"].Success && !parts.Add(int.Parse(match.Groups["part"].ValueSpan, CultureInfo.InvariantCulture)))
            {
                run.Fail(CmsDiagnostics.SameFile(source.Name, "part", run.Files.First(other => Pattern().Match(other.Name).Groups["part"].Value == match.Groups["part"].Value).Name));
            }
        }

        for (int part = 1; part < parts.Max; part++)
        {
            if (!parts.Contains(part))
            {
                run.Report(CmsDiagnostics.PartMissing(string.Create(CultureInfo.InvariantCulture, $"f{part}")));
            }
        }

        return release;
    }

    [GeneratedRegex(@"(?<kind>ccipra|ccioph|ccimcd|ccimco)[-_ ]?(?<release>v\d+r\d+|\d{4}q\d)(?:[-_ ]?f(?<part>\d))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
