using System.Collections.Immutable;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Commands;

/// <summary>A pack as the command line names it, compiled.</summary>
/// <param name="Sources">Its files.</param>
/// <param name="Compiled">What the compiler made of them.</param>
internal sealed record OpenedPack(PackSources Sources, CompileResult Compiled)
{
    /// <summary>Id of the problem that the path leads nowhere.</summary>
    public const string NothingThere = "EDIT0701";

    /// <summary>The pack; null where a mistake keeps it from running.</summary>
    public BoundPack? Pack => Compiled.Pack;

    /// <summary>True where anything is wrong, in tests too.</summary>
    public bool HasErrors => Compiled.Diagnostics.Any(problem => problem.Severity == Severity.Error);

    /// <summary>The exit code for a pack with errors: a path that leads nowhere is the command's mistake, not the rules'.</summary>
    public int ErrorCode => Compiled.Diagnostics.Any(problem => problem.Id == NothingThere) ? ExitCode.WrongUsage : ExitCode.RulesHaveErrors;

    /// <summary>The text at a place of the rules.</summary>
    public string TextAt(SourceSpan place) =>
        Sources.Texts.FirstOrDefault(text => text.File == place.File)?.Text.Substring(place.Start, place.Length) ?? "";

    public static OpenedPack Open(string path) => Open(path, PackReadOptions.Default);

    public static OpenedPack Open(string path, PackReadOptions reading)
    {
        PackSources sources = PackReader.Read(path, reading);
        return new OpenedPack(sources, EditCompiler.Compile(sources, CompileOptions.Default));
    }

    /// <summary>Writes what is wrong, one line each; for people with the line of the rule and a caret.</summary>
    public ProblemLines Report(TextWriter output, bool isTerminal)
    {
        Ink ink = new(Terminal.HasColours(isTerminal));
        SourceExcerpt excerpt = new(Sources.Texts.Select(text => (text.File, text.Text)), ink);
        ProblemLines lines = new(output, ink, isTerminal ? excerpt.Of : null);
        ImmutableArray<Diagnostic> problems = Compiled.Diagnostics;
        foreach (Diagnostic problem in problems)
        {
            lines.Write(problem);
        }

        return lines;
    }
}
