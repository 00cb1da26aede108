using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms.Layouts;

/// <summary>Which contractor and locality a ZIP code lies in.</summary>
/// <remarks>Source: CMS, "Zip Code to Carrier Locality File", records of 80 positions. A ZIP code that is split has its parts in the file of nine digits.</remarks>
internal static partial class Places
{
    public static ImmutableArray<Layout> All { get; } =
    [
        new("zip-locality", "the ZIP code to locality file", "zip_locality",
        [
            LayoutColumn.TextKey("zip", "ZIP(?: CODE)?") with { Width = 5 },
            LayoutColumn.Of("state", ColumnType.Text, "STATE"),
            LayoutColumn.Of("contractor", ColumnType.Text, "CARRIER") with { Width = 5 },
            LayoutColumn.Of("locality", ColumnType.Text, "(?:PRICING )?LOCALITY") with { Width = 2 },
            LayoutColumn.Of("rural", ColumnType.Text, "RURAL(?: IND(?:ICATOR)?)?"),
            LayoutColumn.Of("is_split", ColumnType.YesNo, "PLUS (?:FOUR|4) FLAG") with { Rewrite = Rewrite.Is("1") },
        ])
        {
            Files = "ZIP codes with contractor and locality (ZIP5), text, any number of quarters.",
            Example = "ZIP5_OCT2025.txt",
            FileNames = Names(),
            Fixed = new FixedForm(Record(), [new("STATE", 1, 2), new("ZIP", 3, 7), new("CARRIER", 8, 12), new("LOCALITY", 13, 14), new("RURAL", 15, 15), new("PLUS FOUR FLAG", 21, 21)]),
            ReleaseOf = ReleaseText.Month,
            LastDay = release => ReleaseText.EndOfQuarter(release.From),
        },
    ];

    [GeneratedRegex(@"^[A-Z]{2}\d{12}.{61}\d{5}", RegexOptions.CultureInvariant)]
    private static partial Regex Record();

    [GeneratedRegex("^ZIP5", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
