using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Conformance;

/// <summary>Sources with mistakes: each gives one diagnostic, at the place where the source says so.</summary>
public sealed partial class BadTests
{
    private static readonly ConcurrentDictionary<string, CompileResult> Compiled = new(StringComparer.Ordinal);

    // What no rule text can bring about, and which tests bring it about instead.
    private static readonly ImmutableSortedDictionary<string, string> NotOfText = new Dictionary<string, string>
    {
        ["EDIT0138"] = "a zero byte in a file: Syntax/ClumsyFileTests",
        ["EDIT0139"] = "a file of more than 32 million characters: Syntax/ClumsyFileTests",
        ["EDIT0192"] = "a clause of half a million words: Packs/LargeRulesTests",
        ["EDIT0292"] = "edits of two million parts: Packs/LargeRulesTests",
        ["EDIT0294"] = "sets of ten million ranges: Packs/LargeRulesTests",
        ["EDIT0295"] = "more than two hundred thousand tests: Packs/LargeRulesTests",
        ["EDIT0431"] = "a key that is not that of a table file: Packs/StoredTableTests",
        ["EDIT0432"] = "a column that is not that of a table file: Packs/StoredTableTests",
        ["EDIT0454"] = "a cell that is no code, in an import: Tables/TableBuilderTests",
        ["EDIT0459"] = "more problems than are listed, in an import: Tables/TableBuilderTests",
        ["EDIT0461"] = "a disk that fails: Tables/TableFileTests",
        ["EDIT0463"] = "a table file of another version: Tables/TableFileTests",
        ["EDIT0464"] = "a table file that is cut: Tables/TableFileTests",
        ["EDIT0465"] = "a table file that was changed: Tables/TableFileTests",
        ["EDIT0490"] = "a temporary folder without room: Tables/ChangedTableFileTests",
        ["EDIT0704"] = "a disk that fails, or a file that may not be read",
        ["EDIT0711"] = "bytes in UTF-16: Packs/PackReaderTests",
        ["EDIT0712"] = "bytes that are no UTF-8: Packs/PackReaderTests",
        ["EDIT0713"] = "bytes that are no text: Packs/PackReaderTests",
        ["EDIT0715"] = "what the reader of CSV files itself refuses; no text is known that it does",
        ["EDIT0721"] = "settings that are no JSON object, in edits.json: Packs/PackSettingsTests",
        ["EDIT0722"] = "an unknown member of edits.json: Packs/PackSettingsTests",
        ["EDIT0723"] = "a value in edits.json: Packs/PackSettingsTests",
        ["EDIT0724"] = "a file named in edits.json: Packs/PackSettingsTests",
        ["EDIT0790"] = "a file outside of the packs: Packs/PackBoundaryTests",
        ["EDIT0791"] = "a pipe or a folder: Packs/PackBoundaryTests",
        ["EDIT0792"] = "a file of many megabytes: Packs/PackBoundaryTests",
        ["EDIT0793"] = "rows that are others than in pack.lock: Packs/PackLockTests",
        ["EDIT0794"] = "a pack.lock without a form: Packs/PackLockTests",
        ["EDIT0795"] = "a pack.lock of a later form: Packs/PackLockTests",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Cases => [.. Corpus.Names("bad", ".edit")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_mistake_gives_the_diagnostic_below_its_line(string name)
    {
        string text = Corpus.Read(name);
        string plain = Annotation.Strip(text);
        CompileResult result = Compiled.GetOrAdd(name, _ => CasePack.Compile(name, plain));
        string written = Annotation.Write(plain, result.Diagnostics);
        if (Corpus.WritesBaselines)
        {
            File.WriteAllText(Corpus.PathOf(name), written);
        }
        else
        {
            Assert.Equal(text, written);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_mistake_is_told_once(string name)
    {
        string text = Corpus.Read(name);
        int mistakes = Several().Match(text) is { Success: true } several ? int.Parse(several.Groups[1].Value, CultureInfo.InvariantCulture) : 1;
        Assert.Equal(mistakes, Annotated().Count(text));
    }

    [Fact]
    public void Every_diagnostic_of_the_language_is_given_by_a_source()
    {
        IEnumerable<string> given = Corpus.Names("bad", ".edit").SelectMany(name => Annotated().Matches(Corpus.Read(name)).Select(match => match.Groups[1].Value));
        IEnumerable<string> all = new[] { typeof(EditCompiler).Assembly, typeof(DiagnosticDescriptor).Assembly }.SelectMany(Declared).Where(id => string.CompareOrdinal(id, "EDIT1000") < 0);
        Assert.Equal(NotOfText.Keys, all.Except(given).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Declared(Assembly assembly) => assembly.GetTypes().Where(type => !type.ContainsGenericParameters)
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
        .Select(field =>
        {
            RuntimeHelpers.RunClassConstructor(field.DeclaringType!.TypeHandle); // a field has a type that declares it
            return ((DiagnosticDescriptor)field.GetValue(null)!).Id; // set where it is declared
        });

    /// <summary>The comment on how many mistakes a file has, where it is not one.</summary>
    [GeneratedRegex(@"^-- ([0-9]+) mistakes?\b", RegexOptions.Multiline)]
    private static partial Regex Several();

    [GeneratedRegex(@"^--(?: *\^+|<+| at .*:) (EDIT[0-9]{4}) ", RegexOptions.Multiline)]
    private static partial Regex Annotated();
}
