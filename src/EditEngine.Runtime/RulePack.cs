using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Evaluation;
using EditEngine.Evaluation.Compiled;
using EditEngine.Evaluation.Linking;
using EditEngine.Files;
using EditEngine.Outcomes;
using EditEngine.Packs;
using EditEngine.Plans;
using EditEngine.Tables;

namespace EditEngine;

/// <summary>A compiled pack: immutable, shared by threads. It comes from rule text, or from a pack file.</summary>
/// <example><code>
/// RulePack pack = RulePack.Load("commercial.pack").Pack!;
/// Result result = pack.Evaluate(claim, new DateOnly(2025, 4, 1));
/// </code></example>
public sealed class RulePack
{
    private readonly EvaluatorPool _pool;
    private CompiledPack? _code;

    /// <summary>A pack of plans.</summary>
    /// <param name="content">What it is.</param>
    internal RulePack(PackContent content)
        : this(content, null)
    {
    }

    /// <summary>A pack of plans of which another one has some.</summary>
    /// <param name="content">What it is.</param>
    /// <param name="before">The other: what runs its plans, the very same records, serves again, its compiled code too. Null: none.</param>
    internal RulePack(PackContent content, RulePack? before)
    {
        Content = content with { Document = content.Document with { Edits = [.. content.Document.Edits.OrderBy(edit => edit.Header.PhaseIndex)] } };
        Dictionary<EditPlan, int> known = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < before?.Entries.Length; i++)
        {
            known[before.Entries[i].Plan] = i;
        }

        Reasons = new ReasonMap(Document.Reasons);
        Index = new EditIndex(Edits);
        Entries = [.. Edits.Select(edit => new EditEntry(known.TryGetValue(edit, out int position) ? before!.Entries[position].Edit : new LinkedEdit(edit), edit.Header.PhaseIndex, edit.ReadsHistory))];
        HistoryReaders = [.. Enumerable.Range(0, Edits.Length).Where(i => Edits[i].ReadsHistory)];
        _code = before?.Code?.For(Edits, known);
        _pool = new EvaluatorPool(this);
    }

    /// <summary>Name.</summary>
    public string Name => Content.Name;

    /// <summary>Version.</summary>
    public string Version => Content.Version;

    /// <summary>Hex SHA-256 of what the pack means: its edits, tables and reasons; not its files' names, order, layout or comments.</summary>
    public string MeaningHash => Content.MeaningHash;

    /// <summary>Hex SHA-256 that stands for every byte of the pack file; null for a pack that comes from rule text.</summary>
    public string? FileHash { get; init; }

    /// <summary>name@version#hash, as results show it; twelve characters of the hash.</summary>
    public string Label => LabelOf(Name, Version, MeaningHash);

    /// <summary>Phases in order.</summary>
    public ImmutableArray<string> Phases => Document.Phases;

    /// <summary>The history lines that the edits read: a host fetches the union of them with a claim.</summary>
    public ImmutableArray<HistoryNeed> HistoryNeeds => Document.HistoryNeeds;

    /// <summary>The lines of a member's history that <see cref="HistoryNeeds"/> asks for with a claim, in their order: for a host that has all of them in memory.</summary>
    /// <param name="claim">The claim; its own history is not read.</param>
    /// <param name="history">All history of the member.</param>
    public ImmutableArray<HistoryLine> FetchHistory(Claim claim, ImmutableArray<HistoryLine> history)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return history.IsDefaultOrEmpty ? [] : HistoryQuery.Fetch(HistoryNeeds, claim, history);
    }

    /// <summary>Some edit runs over lines of history.</summary>
    public bool ReadsHistory => HistoryReaders.Length > 0;

    /// <summary>Ids of the edits, by phase, then in the pack's order.</summary>
    public IEnumerable<string> EditIds => Edits.Select(edit => edit.Header.Id);

    /// <summary>Plans by phase, then in the pack's order.</summary>
    internal ImmutableArray<EditPlan> Edits => Document.Edits;

    /// <summary>The reason map.</summary>
    internal ReasonMap Reasons { get; }

    /// <summary>What is saved of it.</summary>
    internal PackContent Content { get; }

    /// <summary>All that is saved but its tables and sources.</summary>
    internal PackDocument Document => Content.Document;

    /// <summary>Which edits can concern a claim.</summary>
    internal EditIndex Index { get; }

    /// <summary>What is asked of each edit before it runs, by position.</summary>
    internal EditEntry[] Entries { get; }

    /// <summary>Positions of the edits that run over lines of history.</summary>
    internal ImmutableArray<int> HistoryReaders { get; }

    /// <summary>The compiled code of its edits, from the moment it is ready; it changes no result. Evaluators look at it for each claim.</summary>
    internal CompiledPack? Code
    {
        get => Volatile.Read(ref _code);
        set => Volatile.Write(ref _code, value);
    }

    /// <summary>The label of a pack.</summary>
    internal static string LabelOf(string name, string version, string meaningHash) => $"{name}@{version}#{meaningHash[..Math.Min(12, meaningHash.Length)]}";

    /// <summary>Whether a file begins as pack files do; false for what cannot be read.</summary>
    public static bool IsPackFile(string path) => PackFileReader.IsPackFile(path);

    /// <summary>Loads a pack file. Its tables become private copies: whatever happens to the file afterwards, the pack stays what it was.</summary>
    /// <param name="path">A file that <see cref="Save(Stream)"/> wrote.</param>
    /// <returns>The pack, or what is wrong. It never throws for what lies on the disk.</returns>
    public static PackLoading Load(string path) => Load(path, TableMapping.PrivateCopy);

    /// <summary>Loads a pack file.</summary>
    /// <param name="path">A file that <see cref="Save(Stream)"/> wrote.</param>
    /// <param name="mapping">Whether its tables are copied or mapped where they are; a file that is mapped must never be changed in place.</param>
    /// <returns>The pack, or what is wrong. It never throws for what lies on the disk.</returns>
    public static PackLoading Load(string path, TableMapping mapping)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        PackReading read = PackFileReader.Read(path, mapping);
        if (read.Content is null)
        {
            return new PackLoading(null, read.Diagnostics);
        }

        try
        {
            // What a file says is tried before anything is decided by it.
            foreach (EditPlan plan in read.Content.Document.Edits)
            {
                EditLinker.Link(plan);
            }

            return new PackLoading(new RulePack(read.Content) { FileHash = read.FileHash }, read.Diagnostics);
        }
        catch (Exception fault) when (fault is MalformedPlanException or InvalidOperationException or ArgumentException or OverflowException)
        {
            return new PackLoading(null, [PackFileReader.Malformed(path, fault)]);
        }
    }

    /// <summary>Writes the pack as one file, its tables inside of it. The same pack gives the same bytes.</summary>
    /// <param name="output">Written from where it is; need not seek.</param>
    public void Save(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        PackFileWriter.Write(Content, output);
    }

    /// <summary>Writes the pack to a file beside <paramref name="path"/> and then puts it in its place, so that no one loads half of it.</summary>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WholeFile.Write(path, Save);
    }

    /// <summary>An evaluator of this pack: cheap, for one thread, to be used again and again.</summary>
    public Evaluator CreateEvaluator(EvaluatorOptions options) => new(this, options);

    /// <summary>An evaluator as a host wants it: with the index, without actions on history.</summary>
    public Evaluator CreateEvaluator() => new(this, EvaluatorOptions.Default);

    /// <summary>Decides a claim as an evaluator of <see cref="CreateEvaluator()"/> does, on any thread: evaluators are made as they are needed and used again.</summary>
    /// <param name="claim">The claim, with the history that the pack needs.</param>
    /// <param name="asOf">As-of date: it dates reason maps, expiry and monitoring, nothing else.</param>
    /// <exception cref="ArgumentException"><see cref="Claim.Validate"/> finds an error in the claim.</exception>
    public Result Evaluate(Claim claim, DateOnly asOf) => Evaluate(claim, asOf, EvaluatorOptions.DefaultBudget, CancellationToken.None);

    /// <summary>Decides a claim as an evaluator of <see cref="CreateEvaluator()"/> does, on any thread: evaluators are made as they are needed and used again.</summary>
    /// <param name="claim">The claim, with the history that the pack needs.</param>
    /// <param name="asOf">As-of date: it dates reason maps, expiry and monitoring, nothing else.</param>
    /// <param name="budget">How many tuples and members each edit may look at; an edit that would look at more is not evaluated on this claim, and nothing else changes.</param>
    /// <param name="cancellation">Ends the evaluation within milliseconds, without a result.</param>
    /// <exception cref="ArgumentException"><see cref="Claim.Validate"/> finds an error in the claim.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Result Evaluate(Claim claim, DateOnly asOf, long budget, CancellationToken cancellation) => _pool.Evaluate(claim, asOf, budget, cancellation);
}
