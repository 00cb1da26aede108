namespace EditEngine.Formats.Cms;

/// <summary>What an import cannot see in its files.</summary>
internal sealed record ImportOptions
{
    /// <summary>Nothing said.</summary>
    public static ImportOptions Default { get; } = new();

    /// <summary>The table's name; null: the importer's own.</summary>
    public string? TableName { get; init; }

    /// <summary>The publisher's name of the release; null: from the file names.</summary>
    public string? Release { get; init; }

    /// <summary>First day of a release whose files do not say it.</summary>
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>Called now and then on the importing thread.</summary>
    public Action<ImportProgress>? Progress { get; init; }
}

/// <summary>How far an import is.</summary>
/// <param name="File">The file being read.</param>
/// <param name="BytesRead">Bytes of it read.</param>
/// <param name="BytesTotal">Its length; 0 where that is not known.</param>
/// <param name="RowsRead">Rows read so far, of all files.</param>
internal readonly record struct ImportProgress(string File, long BytesRead, long BytesTotal, long RowsRead);
