using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Checks;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Notation;
using EditEngine.Diagnostics;
using EditEngine.Stacks;

namespace EditEngine.Compiler.Packs;

/// <summary>A pack that was compiled, and what of it serves a pack that is mostly the same. Nothing of it changes: what is made of it later is made once.</summary>
internal sealed class KeptCompilation
{
    private readonly KeptBinding _binding;
    private readonly KeptTests _tests;
    private readonly Dictionary<object, LoweredEdit> _lowered;
    private readonly Lazy<BoundPack> _pack;
    private readonly Lazy<ImmutableArray<EditTests>> _placedTests;
    private readonly RulePack? _ranBefore;

    private KeptCompilation(KeptBinding binding, KeptTests tests, Dictionary<object, LoweredEdit> lowered, Lazy<RulePack>? rules, RulePack? ranBefore)
    {
        _ranBefore = ranBefore;
        _binding = binding;
        _tests = tests;
        _lowered = lowered;
        Rules = rules;
        _pack = new Lazy<BoundPack>(() => DeepStack.Run(() => binding.Pack));
        _placedTests = new Lazy<ImmutableArray<EditTests>>(() => DeepStack.Run(() => TestCompiler.Placed(tests)));
    }

    /// <summary>What runs; null where a mistake keeps it from running.</summary>
    public Lazy<RulePack>? Rules { get; }

    // The last pack that was asked for; older ones must not be held.
    private RulePack? Ran => Rules is { IsValueCreated: true } ? Rules.Value : _ranBefore;

    /// <summary>The pack, for questions on it.</summary>
    public BoundPack Pack => _pack.Value;

    /// <summary>What it declares.</summary>
    public PackNames Names => _binding.Names;

    /// <summary>The edits of the pack itself with their tests.</summary>
    public ImmutableArray<EditTests> Tests => _placedTests.Value;

    /// <summary>Compiles a pack.</summary>
    /// <param name="sources">It, whole.</param>
    /// <param name="options">How.</param>
    /// <param name="before">What was kept of a pack of which most is the same, with the same reference files; null: nothing.</param>
    /// <param name="diagnostics">All that is to be said, as without anything kept.</param>
    public static KeptCompilation Compile(PackSources sources, CompileOptions options, KeptCompilation? before, out ImmutableArray<Diagnostic> diagnostics)
    {
        KeptBinding binding = new PackBinder(sources.References, PackChecks.Run).Bind(sources.Chain, before?._binding, out ImmutableArray<Diagnostic> found);
        BoundPack pack = binding.Unplaced();
        Dictionary<object, LoweredEdit> lowered = new(pack.Edits.Length, ReferenceEqualityComparer.Instance);
        ImmutableArray<LoweredEdit> edits =
        [
            .. binding.Results.Where(result => result.Edit is not null)
                .Select(result => lowered[result.Key] = before?._lowered.GetValueOrDefault(result.Key) ?? new LoweredEdit(result.Edit!)), // Asked above.
        ];
        List<Diagnostic> all = [.. sources.Diagnostics, .. found, .. PackLock.Check(sources), .. CostLimit.Check(sources, pack, edits)];
        bool runs = !all.Exists(diagnostic => diagnostic.Severity == Severity.Error);
        KeptTests tests = TestCompiler.Compile(sources, new TestSources(pack.CodeSets.ToDictionary(set => set.Name, StringComparer.Ordinal), pack.Tables.ToDictionary(table => table.Name, StringComparer.Ordinal)), before?._tests, all);
        diagnostics = [.. all];
        RulePack? ran = before?.Ran;
        Lazy<RulePack> rules = new(() => options.KeepsSources
            ? KeptSources.Lower(pack, edits, sources, ran)
            : PackLowering.Lower(pack, edits, PackLowering.NoSources, [], ran));
        return new KeptCompilation(binding, tests, lowered, runs ? rules : null, ran);
    }
}
