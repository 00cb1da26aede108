using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using EditEngine.Cli.Outputs;

namespace EditEngine.Cli.Commands;

/// <summary>Arguments that several commands have.</summary>
internal static class Arguments
{
    public static Argument<string> Pack() => PackOf("A pack: a folder, a .edit file, or a file that 'edits pack' wrote.");

    /// <summary>For commands that change rule files, of which a pack file has none.</summary>
    public static Argument<string> PackOfFiles() => PackOf("A pack: a folder, or a .edit file.");

    public static Argument<string[]> Claims()
    {
        Argument<string[]> claims = new("CLAIMS")
        {
            Description = "Files and folders of claims, or - for the standard input: JSON lines or X12 837, each also gzipped. The content tells which.",
            Arity = ArgumentArity.OneOrMore,
        };
        claims.Validators.Add(RefuseOptions);
        return claims;
    }

    /// <summary>Claims, where a command can do without.</summary>
    /// <param name="otherwise">What is taken, and when.</param>
    public static Argument<string[]> ClaimsIfAny(string otherwise)
    {
        Argument<string[]> claims = new("CLAIMS") { Description = $"Files and folders of claims; {otherwise}.", Arity = ArgumentArity.ZeroOrMore };
        claims.Validators.Add(RefuseOptions);
        return claims;
    }

    /// <summary>A file that is written.</summary>
    public static Option<string> Output(string name, string description)
    {
        Option<string> file = new(name) { Description = description, HelpName = "FILE" };
        file.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string path }] && OutputTarget.WhyNoName(path) is string why)
            {
                result.AddError($"{name} {why}");
            }
        });
        return file;
    }

    /// <summary>Only edits that mean something else than in a revision.</summary>
    public static Option<string?> ChangedSince() => new("--changed-since")
    {
        Description = "Only edits that mean something else than in this revision of the repository: a branch, a tag, a commit.",
        HelpName = "REV",
    };

    /// <summary>The least share that is enough, in percent.</summary>
    public static Option<double?> Threshold(string description)
    {
        Option<double?> threshold = new("--threshold") { Description = description, HelpName = "PERCENT" };
        threshold.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string text }] && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double percent) && percent is not (>= 0 and <= 100))
            {
                result.AddError($"--threshold is a percent from 0 to 100, not {text}.");
            }
        });
        return threshold;
    }

    public static Option<DateOnly?> AsOf() => Day(
        "--as-of",
        "Date that reasons, exceptions and monitor starts are read on. Default: each claim's processed date, else received, else last date of service.");

    public static Option<DateOnly?> Day(string name, string description) => new(name) { Description = description, HelpName = "DATE", CustomParser = DateOf };

    /// <summary>A list of files takes all that is left, a misspelt option too.</summary>
    public static void RefuseOptions(ArgumentResult result)
    {
        foreach (Token token in result.Tokens.Where(token => token.Value.StartsWith('-') && token.Value.Length > 1))
        {
            result.AddError($"'{token.Value}' is no option of this command. A file of that name is './{token.Value}'.");
        }
    }

    /// <summary>A file that is not there is a slip of the command, not of a file's content.</summary>
    public static void RequireFiles(ArgumentResult result)
    {
        foreach (Token token in result.Tokens.Where(token => !File.Exists(token.Value)))
        {
            result.AddError(Directory.Exists(token.Value) ? $"'{token.Value}' is a folder: name the files in it." : $"There is no file '{token.Value}'.");
        }
    }

    private static Argument<string> PackOf(string description)
    {
        Argument<string> pack = new("PACK") { Description = description };
        pack.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
            {
                result.AddError("PACK is empty.");
            }
        });
        return pack;
    }

    private static DateOnly? DateOf(ArgumentResult result)
    {
        string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }

        result.AddError($"'{text}' is no date. Dates are written 2025-03-01.");
        return null;
    }
}
