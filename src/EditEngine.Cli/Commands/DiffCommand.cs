using System.Collections.Immutable;
using System.CommandLine;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Comparison;
using EditEngine.Analysis.Testing;
using EditEngine.Cli.Output;
using EditEngine.Cli.Revisions;
using EditEngine.Compiler.Binding;
using EditEngine.Formats;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits diff OLD NEW [--claims FILES…] [--format text|json|markdown] [--fail-on stricter|looser|any]</c></summary>
internal static class DiffCommand
{
    private const string Json = "json";
    private const string Markdown = "markdown";

    public static Command Create()
    {
        Argument<string> old = new("OLD") { Description = "The pack as it was: a pack, or REV:PACK for a revision of the repository." };
        Argument<string> now = new("NEW") { Description = "The pack as it is, likewise." };
        Option<string[]> claims = new("--claims") { Description = "Files of claims to try beside those of the tests.", HelpName = "FILES", AllowMultipleArgumentsPerToken = true };
        Option<DateOnly?> asOf = Arguments.AsOf();
        Option<string> format = new("--format") { Description = "text, json or markdown.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", Json, Markdown);
        Option<string?> failOn = new("--fail-on") { Description = "Exit with 1 where an edit is stricter, looser, or anything differs." };
        failOn.AcceptOnlyFromAmong("stricter", "looser", "any");
        Command command = new("diff", "Tells what a change of the rules does: by edit stricter, looser or other, each with a claim that shows it.") { old, now, claims, asOf, format, failOn };
        command.SetAction(parsed => Compare(
            parsed.GetRequiredValue(old), parsed.GetRequiredValue(now), parsed.GetValue(claims) ?? [], parsed.GetValue(asOf), parsed.GetRequiredValue(format), parsed.GetValue(failOn)));
        return command;
    }

    private static int Compare(string old, string now, string[] files, DateOnly? asOf, string format, string? failOn)
    {
        (ComparedPack? before, int code) = Read(old);
        if (before is null)
        {
            return code;
        }

        (ComparedPack? after, code) = Read(now);
        if (after is null)
        {
            return code;
        }

        ImmutableArray<DatedClaim> claims = [];
        if (files.Length > 0)
        {
            using ClaimStream stream = new(files, asOf);
            claims = [.. stream.Read().Select(one => new DatedClaim(one.Claim, one.AsOf))];
            code = stream.ExitCode;
        }

        PackComparison comparison = PackComparison.Of(before, after, claims);
        if (format == Json)
        {
            Console.Out.WriteLine(ComparisonJson.Of(comparison));
        }
        else
        {
            foreach (string line in format == Markdown ? ComparisonText.MarkdownOf(comparison) : ComparisonText.Of(comparison))
            {
                Console.Out.WriteLine(EscapedText.Of(line));
            }
        }

        return Fails(comparison, failOn) ? ExitCode.RulesHaveErrors : code;
    }

    // An edit that comes makes claims stricter, one that goes looser.
    private static bool Fails(PackComparison comparison, string? failOn) => failOn switch
    {
        "stricter" => !comparison.Added.IsEmpty || comparison.Changed.Any(edit => edit.Verdict.HasFlag(Verdict.Stricter)),
        "looser" => !comparison.Removed.IsEmpty || comparison.Changed.Any(edit => edit.Verdict.HasFlag(Verdict.Looser)),
        "any" => !comparison.IsNothing,
        _ => false,
    };

    private static (ComparedPack? Pack, int Code) Read(string name)
    {
        using NamedPack named = NamedPack.Open(name);
        return named.Opened is { Pack: BoundPack pack } opened
            ? (new ComparedPack(pack, opened.Compiled.Tests, PackFacts.Of(opened.Sources)), ExitCode.Done)
            : (null, named.ErrorCode);
    }
}
