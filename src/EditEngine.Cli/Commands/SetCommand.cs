using System.CommandLine;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;
using EditEngine.Formats;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits set PACK [@name] [--on DATE] [--format text|json]</c></summary>
internal static class SetCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Argument<string?> name = new("NAME") { Description = "The set, with or without @. Without a name all sets are listed.", Arity = ArgumentArity.ZeroOrOne };
        Option<DateOnly?> on = Arguments.Day("--on", "Only what the set holds on this day.");
        Option<string> format = new("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        Command command = new("set", "Shows what a code set holds, and how it was made.") { pack, name, on, format };
        command.SetAction(parsed => Show(parsed.GetRequiredValue(pack), parsed.GetValue(name)?.TrimStart('@'), parsed.GetValue(on), parsed.GetRequiredValue(format)));
        return command;
    }

    private static int Show(string path, string? name, DateOnly? on, string format)
    {
        OpenedPack opened = OpenedPack.Open(path);
        opened.Report(Console.Error, Terminal.IsError);
        if (opened.Pack is not BoundPack pack)
        {
            return opened.ErrorCode;
        }

        CodeSetSymbol[] sets = [.. pack.CodeSets.Where(set => name is null || set.Name == name)];
        if (name is not null && sets.Length == 0)
        {
            string? nearest = NearestName.Of(name, pack.CodeSets.Select(set => set.Name));
            Console.Error.WriteLine($"{pack.Name} has no code set '@{EscapedText.Of(name)}'.{(nearest is null ? "" : $" Did you mean '@{nearest}'?")} 'edits set PACK' lists them.");
            return ExitCode.WrongUsage;
        }

        if (format == "json")
        {
            Console.Out.WriteLine(SetJson.Of(sets, on, set => Written(opened, set)));
        }
        else if (sets.Length == 0)
        {
            Console.Out.WriteLine($"{pack.Name} has no code sets.");
        }
        else if (name is null)
        {
            AlignedRows.Write(Console.Out, [.. sets.Select(SetText.Row)]);
        }
        else
        {
            Console.Out.Write(SetText.Of(sets[0], on, Written(opened, sets[0])));
        }

        return ExitCode.Done;
    }

    // Of several that have one name, the pack that extends the others wrote the last.
    private static (SourceSpan Place, string Text)? Written(OpenedPack opened, CodeSetSymbol set) =>
        opened.Sources.Chain.SelectMany(pack => pack.Trees).SelectMany(tree => tree.Parts)
            .LastOrDefault(part => part.Syntax is CodesSyntax codes && codes.Name.Text.TrimStart('@') == set.Name) is PlacedDeclaration part
            ? (part.Source.PlaceOf(part.Syntax.Span), part.Source.Slice(part.Syntax.Span).TrimEnd())
            : null;
}
