using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms;

/// <summary>A kind of published file: where its columns are and what a table makes of them.</summary>
/// <param name="Kind">As the tool calls it.</param>
/// <param name="Publication">As messages call it, as 'the NCCI add-on codes'.</param>
/// <param name="TableName">Name of the table where none is given.</param>
/// <param name="Columns">Columns of the table, keys first.</param>
internal sealed record Layout(string Kind, string Publication, string TableName, ImmutableArray<LayoutColumn> Columns)
{
    /// <summary>What the files are, in a few words for a list.</summary>
    public required string Files { get; init; }

    /// <summary>How its files are named inside of an archive.</summary>
    public required Regex FileNames { get; init; }

    /// <summary>A file as the publisher names it.</summary>
    public required string Example { get; init; }

    /// <summary>Its records of fixed width, where it is published so.</summary>
    public FixedForm? Fixed { get; init; }

    /// <summary>What stands above the header, where titles alone fit files of other kinds.</summary>
    public Regex? Notice { get; init; }

    /// <summary>How many rows above the header's last row have parts of its titles.</summary>
    public int StackedTitles { get; init; }

    /// <summary>The day from which a row holds, where rows say it.</summary>
    public LayoutDate? From { get; init; }

    /// <summary>The last day on which a row holds.</summary>
    public LayoutDate? Through { get; init; }

    /// <summary>True where a row deleted on its own first day was never in force.</summary>
    public bool HasTombstones { get; init; }

    /// <summary>True where a later row of a key ends the earlier: versions of a document.</summary>
    public bool HasVersions { get; init; }

    /// <summary>Finds the release in the name of a file and in what stands above its rows.</summary>
    public ReleaseReader ReleaseOf { get; init; } = ReleaseText.None;

    /// <summary>The last day of a release that no other follows at once; null where releases hold until the next.</summary>
    public Func<Release, int>? LastDay { get; init; }

    /// <summary>Rows of the table among rows of others.</summary>
    public RowChoice? Only { get; init; }

    /// <summary>Rows that go on with a text of the row above.</summary>
    public Continuation? Continued { get; init; }

    /// <summary>True where columns alone tell the kind: a header with one code fits too many.</summary>
    public bool IsTelling => Notice is not null || Columns.Count(column => column.IsRequired) > 1;

    /// <summary>True where each row says its own days; a release then only says what became of the rows.</summary>
    public bool RowsAreDated => From is not null || Through is not null;
}

/// <summary>A column of a table and the title over its cells.</summary>
/// <param name="Column">The column.</param>
/// <param name="Title">The title, in capitals, blanks and line breaks as one blank.</param>
internal sealed record LayoutColumn(TableColumn Column, Regex Title)
{
    /// <summary>False where some releases have no such column.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>Rewrites a cell to how a table has it; what it does not know it leaves.</summary>
    public Func<string, string> Rewrite { get; init; } = text => text;

    /// <summary>The digits the cells have: where a spreadsheet took the zeros before them, they are put back with a warning. 0: no such width.</summary>
    public int Width { get; init; }

    /// <summary>How many signs the shortest code has, where codes of several lengths begin with zeros: one of fewer digits says that a spreadsheet took zeros, which from others it takes without a trace. 0: not told.</summary>
    public int Shortest { get; init; }

    /// <summary>What its codes look like, where their system does not say it.</summary>
    public CodeForm? Form { get; init; }

    /// <summary>Texts that stand among the codes and have not their shape, as CCCCC, or a category of ICD-10-PCS.</summary>
    public Regex? Stands { get; init; }

    /// <summary>True where an empty cell means that of the row above: the first row of a state names it for all.</summary>
    public bool IsCarriedDown { get; init; }

    /// <summary>True for words that describe a code: they are not kept for CPT and CDT codes, whose descriptors are not public.</summary>
    public bool IsDescriptor { get; init; }

    public static LayoutColumn Key(string name, CodeSystem system, string title) => new(new TableColumn(name, ColumnType.Code, system, IsKey: true), Titles.Pattern(title));

    public static LayoutColumn TextKey(string name, string title) => new(new TableColumn(name, ColumnType.Text, CodeSystem.None, IsKey: true), Titles.Pattern(title));

    public static LayoutColumn Of(string name, CodeSystem system, string title) => new(new TableColumn(name, ColumnType.Code, system, IsKey: false), Titles.Pattern(title));

    public static LayoutColumn Of(string name, ColumnType type, string title) => new(new TableColumn(name, type, CodeSystem.None, IsKey: false), Titles.Pattern(title));
}

/// <summary>What codes look like.</summary>
/// <param name="Shape">The whole code.</param>
/// <param name="Name">As messages call it, as 'ICD-9 procedure'.</param>
internal sealed record CodeForm(Regex Shape, string Name);

/// <summary>A date beside the cells of a row.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Rewrite">Rewrites it to a day.</param>
internal sealed record LayoutDate(Regex Title, Func<string, string> Rewrite)
{
    /// <summary>False where some files have no such column.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>True where the cell may hold no more than a year: the row then begins with it, and its date counts as assumed.</summary>
    public bool MayBeYear { get; init; }
}

/// <summary>The rows of a table, told from others by a cell.</summary>
/// <param name="Title">Title of the cell.</param>
/// <param name="Wanted">What it holds in rows of the table.</param>
/// <param name="Others">What the others are, as 'modifiers, which hcpcs-modifiers imports'.</param>
internal sealed record RowChoice(Regex Title, Regex Wanted, string Others);

/// <summary>Records that go on with a text of the record above.</summary>
/// <param name="Title">Title of the cell that marks them.</param>
/// <param name="Marks">What it holds in them.</param>
/// <param name="Text">Title of the text that goes on.</param>
internal sealed record Continuation(Regex Title, Regex Marks, Regex Text);
