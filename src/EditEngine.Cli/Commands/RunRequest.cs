using EditEngine.Cli.Output;
using EditEngine.Cli.Records;

namespace EditEngine.Cli.Commands;

/// <summary>What a run is asked to do.</summary>
/// <param name="Claims">Files and folders.</param>
/// <param name="AsOf">The date of the run; null: each claim's own.</param>
/// <param name="Format">How results are written.</param>
/// <param name="File">Where to; null: the standard output.</param>
/// <param name="Choice">How claims are decided.</param>
/// <param name="Acknowledgement">File for the sender's answer, or null.</param>
/// <param name="IsStrict">Whether claims that do not conform are skipped though they can be read.</param>
internal sealed record RunRequest(string[] Claims, DateOnly? AsOf, OutputFormat Format, string? File, EvaluationChoice Choice, string? Acknowledgement, bool IsStrict)
{
    /// <summary>When claims were received that do not say it; null: no one knows.</summary>
    public Receipt? Received { get; init; }

    /// <summary>File for what the run was made of, or null.</summary>
    public string? Record { get; init; }

    /// <summary>What a record holds but for what is known at the end: files of claims and the results. Where there is a <see cref="Record"/>.</summary>
    public RunRecord? Recorded { get; init; }
}
