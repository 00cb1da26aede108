using System.Text.RegularExpressions;
using Xunit;

namespace EditEngine.Tests.House;

/// <summary>The rooms of the runtime and of the compiler stand in a row each, and one uses only those left of it.</summary>
public sealed partial class RoomTests
{
    private static readonly string[] Rooms =
        ["Text", "Diagnostics", "Syntax", "Symbols", "Notation", "Binding", "Checks", "Restrictions", "Interpretation", "Lowering", "Emit", "Packs", "Editing"];

    // What a first program uses stands beside the rooms, in the namespace of all: one using is enough.
    private static readonly string[] FrontDoor = ["EditCompiler.cs", "CompileOptions.cs", "CompileResult.cs", "PackCompilation.cs", "PackSources.cs", "ClaimFiles.cs"];

    [Fact]
    public void A_room_of_the_compiler_uses_only_those_left_of_it()
    {
        List<string> wrong = [];
        foreach ((string name, string text) in SourceFiles.Sources("EditEngine.Compiler").Where(source => !FrontDoor.Contains(source.Name)))
        {
            int room = Array.IndexOf(Rooms, name.Split('/')[0]);
            Assert.True(room >= 0, $"{name} lies in no room.");
            wrong.AddRange(Named().Matches(SourceFiles.WithoutComments(text))
                .Select(named => named.Groups[1].Value)
                .Where(other => Array.IndexOf(Rooms, other) > room)
                .Distinct()
                .Select(other => $"{name} uses {other}"));
        }

        Assert.Empty(wrong);
    }

    private static readonly string[] RuntimeRooms =
        ["Stacks", "Codes", "Numbers", "Diagnostics", "Files", "Claims", "Tables", "Values", "Operators", "Fields", "Outcomes", "Plans", "Evaluation", "Packs"];

    [Fact]
    public void A_room_of_the_runtime_uses_only_those_left_of_it()
    {
        List<string> wrong = [];
        foreach ((string name, string text) in SourceFiles.Sources("EditEngine.Runtime").Where(source => source.Name.Contains('/', StringComparison.Ordinal)))
        {
            int room = Array.IndexOf(RuntimeRooms, name.Split('/')[0]);
            Assert.True(room >= 0, $"{name} lies in no room.");
            string code = SourceFiles.WithoutComments(text);
            wrong.AddRange(OfRuntime().Matches(code)
                .Select(named => named.Groups[1].Value)
                .Where(other => Array.IndexOf(RuntimeRooms, other) > room)
                .Distinct()
                .Select(other => $"{name} uses {other}"));
            wrong.AddRange(OfRoot().Matches(code).Select(named => $"{name} uses {named.Value}, which is made of the rooms"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_namespace_is_the_project_and_the_folder()
    {
        List<string> wrong = [];
        foreach (string project in SourceFiles.Projects)
        {
            string root = project == "EditEngine.Runtime" ? "EditEngine" : project;
            foreach ((string name, string text) in SourceFiles.Sources(project))
            {
                string? folder = Path.GetDirectoryName(name)?.Replace('/', '.').Replace('\\', '.');
                string expected = FrontDoor.Contains(name) ? "EditEngine" : string.IsNullOrEmpty(folder) ? root : $"{root}.{folder}";
                Match found = Namespace().Match(text);
                if (found.Success && found.Groups[1].Value != expected)
                {
                    wrong.Add($"{project}/{name}: {found.Groups[1].Value}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_comment_puts_work_off()
    {
        IEnumerable<string> found = SourceFiles.Projects.SelectMany(project => SourceFiles.Sources(project)
            .Where(source => PutOff().IsMatch(source.Text))
            .Select(source => $"{project}/{source.Name}"));
        Assert.Empty(found);
    }

    [GeneratedRegex(@"\bEditEngine\.Compiler\.(\w+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"\bEditEngine\.([A-Z]\w+)")]
    private static partial Regex OfRuntime();

    [GeneratedRegex(@"\b(RulePack|Evaluator|EvaluatorOptions|EvaluatorPool|PackLoading)\b")]
    private static partial Regex OfRoot();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"//.*\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex PutOff();
}
