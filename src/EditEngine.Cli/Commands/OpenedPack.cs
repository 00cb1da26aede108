using System.Collections.Immutable;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Cli.Commands;

/// <summary>A pack as the command line names it: a folder or rule file, which is compiled, or a pack file, which is loaded and compiled only for who asks of its rules.</summary>
internal sealed class OpenedPack
{
    /// <summary>Id of the problem that the path leads nowhere.</summary>
    public const string NothingThere = "EDIT0701";

    private readonly string _path;
    private readonly PackLoading? _loaded;
    private readonly Lazy<(PackSources Sources, CompileResult Compiled)> _compiled;

    private OpenedPack(string path, CompileOptions options)
    {
        _path = path;
        _loaded = RulePack.IsPackFile(path) ? RulePack.Load(path, options.Tables) : null;
        _compiled = new(() =>
        {
            PackSources sources = SourcesOf(options);
            return (sources, EditCompiler.Compile(sources, options));
        });
    }

    private OpenedPack(string path, PackCompilation compilation)
    {
        _path = path;
        _compiled = new((compilation.Sources, compilation.Result));
        _ = _compiled.Value;
    }

    /// <summary>Its files.</summary>
    public PackSources Sources => _compiled.Value.Sources;

    /// <summary>What the compiler made of them.</summary>
    public CompileResult Compiled => _compiled.Value.Compiled;

    /// <summary>The pack for questions on its rules; null where a mistake keeps it from running.</summary>
    public BoundPack? Pack => Compiled.Pack;

    /// <summary>What runs; null where a mistake keeps it from running.</summary>
    public RulePack? Rules => _loaded is null ? Compiled.Rules : _loaded.Pack;

    /// <summary>What is wrong with it. Of a pack file that was loaded, nothing until its rules are asked for.</summary>
    public ImmutableArray<Diagnostic> Problems => _loaded is { Pack: not null } && !_compiled.IsValueCreated ? [] : Compiled.Diagnostics;

    /// <summary>True where anything is wrong, in tests too.</summary>
    public bool HasErrors => Problems.Any(problem => problem.Severity == Severity.Error);

    /// <summary>The exit code for a pack with errors: a path that leads nowhere is the command's mistake, not the rules'.</summary>
    public int ErrorCode => Problems.Any(problem => problem.Id == NothingThere) ? ExitCode.WrongUsage : ExitCode.RulesHaveErrors;

    /// <summary>The files that it was read from: no output may be one of them.</summary>
    public IEnumerable<string> Inputs => _loaded is null ? PackInputs.Of(Sources) : [_path];

    /// <summary>Names of the pack's own files, as in places; those of the packs it extends are not among them.</summary>
    public IEnumerable<string> OwnFiles => Sources.Chain.IsEmpty ? [] : Sources.Chain[^1].Trees.Select(tree => tree.Source.File);

    /// <summary>The text at a place of the rules.</summary>
    public string TextAt(SourceSpan place) =>
        Sources.Texts.FirstOrDefault(text => text.File == place.File)?.Text.Substring(place.Start, place.Length) ?? "";

    /// <summary>A pack that is compiled.</summary>
    public static OpenedPack Of(string path, PackCompilation compilation) => new(path, compilation);

    /// <summary>Opens a pack, and compiles it: also one that comes from a pack file.</summary>
    public static OpenedPack Open(string path)
    {
        OpenedPack opened = new(path, CompileOptions.Default with { KeepsSources = false });
        _ = opened.Compiled;
        return opened;
    }

    /// <summary>Opens a pack to run it: a pack file is not compiled.</summary>
    public static OpenedPack OpenToRun(string path, TableMapping tables) => new(path, new CompileOptions { Tables = tables, KeepsSources = false });

    /// <summary>Opens a pack to write it as a file.</summary>
    public static OpenedPack OpenToKeep(string path) => new(path, CompileOptions.Default);

    /// <summary>Writes what is wrong, one line each; for people with the line of the rule and a caret.</summary>
    public ProblemLines Report(TextWriter output, bool isTerminal)
    {
        AnsiStyle style = new(Terminal.HasColours(isTerminal));
        ImmutableArray<Diagnostic> problems = Problems;
        SourceExcerpt excerpt = new(_compiled.IsValueCreated ? Sources.Texts.Select(text => (text.File, text.Text)) : [], style);
        ProblemLines lines = new(output, style, isTerminal ? excerpt.Of : null);
        foreach (Diagnostic problem in problems)
        {
            lines.Write(problem);
        }

        return lines;
    }

    private PackSources SourcesOf(CompileOptions options) => _loaded switch
    {
        null => PackReader.Read(_path, options.Tables),
        { Pack: RulePack pack } => PackSources.Of(pack, _path),
        _ => PackSources.Refused(_path, _loaded.Diagnostics),
    };
}
