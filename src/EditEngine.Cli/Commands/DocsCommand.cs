using System.CommandLine;
using System.Text;
using EditEngine.Analysis.Comparison;
using EditEngine.Analysis.Reporting;
using EditEngine.Analysis.Testing;
using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;
using EditEngine.Cli.Revisions;
using EditEngine.Compiler.Binding;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits docs PACK --out DIR [--since OLD] [--ending-within DAYS --as-of DATE]</c></summary>
internal static class DocsCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Option<string> folder = new("--out") { Description = "Folder for the pages: a new or empty one, or one that holds such pages, which are replaced.", HelpName = "DIR", Required = true };
        folder.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string path }] && string.IsNullOrWhiteSpace(path))
            {
                result.AddError("--out takes the name of a folder.");
            }
        });
        Option<string?> since = new("--since") { Description = "Another version of the pack, or REV:PACK: a page tells what changed since.", HelpName = "OLD" };
        Option<int?> within = new("--ending-within") { Description = "Of exceptions and ends, only those within so many days of --as-of.", HelpName = "DAYS" };
        Option<DateOnly?> asOf = Arguments.Day("--as-of", "The day from which --ending-within counts.");
        Command command = new("docs", "Writes pages that tell each edit of a pack in words, for providers and for who answers for it.") { pack, folder, since, within, asOf };
        command.Validators.Add(result =>
        {
            if (result.GetResult(within) is null != result.GetResult(asOf) is null)
            {
                result.AddError("--ending-within and --as-of go together: days are counted from a day.");
            }
            else if (result.GetValue(within) < 0)
            {
                result.AddError("--ending-within is a number of days, 0 or more.");
            }
        });
        command.SetAction(parsed => Write(parsed.GetRequiredValue(pack), parsed.GetRequiredValue(folder), parsed.GetValue(since), parsed.GetValue(within), parsed.GetValue(asOf)));
        return command;
    }

    private static int Write(string path, string folder, string? since, int? within, DateOnly? asOf)
    {
        using NamedPack named = NamedPack.Open(path);
        if (named.Opened is not { Pack: BoundPack pack } opened)
        {
            return named.ErrorCode;
        }

        PackComparison? changes = null;
        if (since is not null)
        {
            using NamedPack old = NamedPack.Open(since);
            if (old.Opened is not { Pack: BoundPack before } was)
            {
                return old.ErrorCode;
            }

            changes = PackComparison.Of(new ComparedPack(before, was.Compiled.Tests, PackFacts.Of(was.Sources)), new ComparedPack(pack, opened.Compiled.Tests, PackFacts.Of(opened.Sources)), []);
        }

        EndingSoon ending = within is int days && asOf is DateOnly from ? EndingSoon.Within(pack, from, days) : EndingSoon.All(pack);
        DocumentPages pages = new(pack, EditDescription.Of(pack, opened.Sources));
        int code = PageFolder.Write(folder, [.. pages.All(ending, changes, since).Select(page => (page.File, Encoding.UTF8.GetBytes(page.Text)))], out Diagnostic? problem);
        if (problem is not null)
        {
            ProblemLines.OnError().Write(problem);
        }
        else
        {
            Console.Out.WriteLine(Path.Combine(folder, DocumentPages.First));
        }

        return code;
    }
}
