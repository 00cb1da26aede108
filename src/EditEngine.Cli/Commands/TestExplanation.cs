using System.Collections.Immutable;
using EditEngine.Analysis.Testing;
using EditEngine.Claims;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;
using EditEngine.Formats;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Commands;

/// <summary>Finds one test by its title and shows what a pack makes of its claim, and whether that is what it expects.</summary>
/// <param name="title">The title or a part of it, in either case.</param>
/// <param name="choice">What is asked; of several tests with the title, the one beside its edit is meant.</param>
internal sealed class TestExplanation(string title, ExplanationChoice choice)
{
    private const int MostNamed = 8;

    public int Show(string packPath)
    {
        OpenedPack opened = OpenedPack.Open(packPath);
        ProblemLines problems = opened.Report(Console.Error, Terminal.IsError);
        if (opened.Pack is not BoundPack pack)
        {
            return opened.ErrorCode;
        }

        ShownExplanation explanation = new(opened, pack, choice);
        if (!explanation.HasEdit(problems) || Find(opened.Compiled, problems) is not TitledTest found)
        {
            return ExitCode.WrongUsage;
        }

        if (found.Test.Claim is not Claim claim)
        {
            problems.Write(CommandDiagnostics.TestWithoutClaim(found.ToString()));
            return ExitCode.RulesHaveErrors;
        }

        DateOnly day = choice.AsOf ?? found.Test.AsOf;
        ShownExplanation shown = new(opened, pack, choice) { Test = found };
        if (choice.Form != ExplanationForm.Text)
        {
            shown.Show(claim, day);
            return ExitCode.Done;
        }

        Console.Out.Write(FormattableString.Invariant($"test \"{EscapedText.Of(found.Test.Title)}\" of {found.Edit}, {found.Test.Place}, as of {day:yyyy-MM-dd}\n\n"));
        Result result = shown.Show(claim, day);
        Console.Out.Write('\n');
        TestLines lines = new(Console.Out, new AnsiStyle(Terminal.HasColours(Terminal.IsOutput)));
        lines.Write(PackTests.Judge(found.Edit, found.Test, result));
        return ExitCode.Done;
    }

    private TitledTest? Find(CompileResult compiled, ProblemLines problems)
    {
        TestTitles titles = new(compiled.Tests);
        ImmutableArray<TitledTest> found = titles.Find(title);
        ImmutableArray<TitledTest> beside = [.. found.Where(one => one.Edit == choice.Edit)];
        found = found.Length > 1 && !beside.IsEmpty ? beside : found;
        switch (found.Length)
        {
            case 1:
                return found[0];
            case 0:
                problems.Write(CommandDiagnostics.NoTestTitled(title, titles.Count, titles.Likely(title, MostNamed).Select(one => one.ToString())));
                return null;
            default:
                problems.Write(CommandDiagnostics.SeveralTests(title, found.Length, found.Take(MostNamed).Select(one => one.ToString())));
                return null;
        }
    }
}
