namespace EditEngine.Cli.Output;

/// <summary>The form in which results are written.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>One object of the result schema a line.</summary>
    Jsonl,

    /// <summary>One row a finding.</summary>
    Csv,
}
