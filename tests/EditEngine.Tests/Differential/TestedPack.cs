using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Packs;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.Tables;
using Xunit;

namespace EditEngine.Tests.Differential;

/// <summary>A pack that claims are run through: its name, its texts and its files.</summary>
internal sealed record TestedPack(string Name, ImmutableArray<string> Texts, IReferenceFiles Files)
{
    /// <summary>The samples of the language: each with what they share.</summary>
    public static ImmutableArray<TestedPack> Samples()
    {
        string folder = Path.Combine(Folder(), "..", "Syntax", "samples");
        string shared = File.ReadAllText(Path.Combine(folder, "common.edit"));
        FolderFiles files = new(Path.Combine(Folder(), "tables"));
        return
        [
            .. Directory.EnumerateFiles(folder, "E*.edit").Order(StringComparer.Ordinal)
                .Select(file => new TestedPack(Path.GetFileNameWithoutExtension(file), [shared, File.ReadAllText(file)], files)),
        ];
    }

    /// <summary>The sources of the conformance suite that are one file, and those that were written to break compiled code.</summary>
    public static ImmutableArray<TestedPack> Sources()
    {
        string conformance = Path.Combine(Folder(), "..", "..", "EditEngine.Conformance", "good");
        FolderFiles files = new(Path.Combine(Folder(), "tables"));
        return
        [
            .. Directory.EnumerateFiles(conformance, "*.edit", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateFiles(Path.Combine(Folder(), "attacks"), "*.edit")).Order(StringComparer.Ordinal)
                .Select(file => new TestedPack(Path.GetFileNameWithoutExtension(file), [File.ReadAllText(file)], files))
                .Where(pack => !pack.Texts[0].Contains("-- file: ", StringComparison.Ordinal)),
        ];
    }

    public BoundPack Bind()
    {
        ImmutableArray<SyntaxTree> trees = [.. Texts.Select((text, i) => EditParser.Parse(new SourceText($"{i}.edit", text)))];
        BoundPack pack = new PackBinder(Files).Bind([new PackFiles("tested", "1", trees)], out ImmutableArray<Diagnostic> found);
        Diagnostic[] errors = [.. found.Where(one => one.Severity == Severity.Error)];
        Assert.True(errors.Length == 0, $"{Name} does not bind:\n{string.Join('\n', errors.Take(5))}\n{string.Join("\n-- file\n", Texts)}");
        return pack;
    }

    /// <summary>What keeps the texts from binding, each with the line it stands on.</summary>
    public IEnumerable<string> Mistakes()
    {
        ImmutableArray<SyntaxTree> trees = [.. Texts.Select((text, i) => EditParser.Parse(new SourceText($"{i}.edit", text)))];
        _ = new PackBinder(Files).Bind([new PackFiles("tested", "1", trees)], out ImmutableArray<Diagnostic> found);
        return found.Where(one => one.Severity == Severity.Error).Select(one => one.Place is SourceSpan span ? $"{one}\n    {Texts[0].Split('\n')[span.Line - 1]}" : one.ToString());
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    /// <summary>Files by name alone, wherever the rules say they are.</summary>
    private sealed class FolderFiles(string folder) : IReferenceFiles
    {
        private readonly Dictionary<string, CsvRows?> _read = new(StringComparer.Ordinal);

        public CsvRows? ReadCsv(string ruleFile, string name, SourceSpan place, out Diagnostic? problem)
        {
            problem = null;
            string file = Path.GetFileName(name);
            if (!_read.TryGetValue(file, out CsvRows? rows))
            {
                rows = CsvFile.Read(Path.Combine(folder, file), file, out problem);
                _read[file] = rows;
            }

            return rows;
        }

        public Table? OpenTable(string ruleFile, string name, SourceSpan place, out Diagnostic? problem)
        {
            problem = null;
            return null;
        }
    }
}
