using System.CommandLine;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits field NAME</c></summary>
internal static class FieldCommand
{
    public static Command Create()
    {
        Argument<string> name = new("NAME") { Description = "Name of a field, as units, or thing.units." };
        Command command = new("field", "Says what a field is, where it comes from and what its absence means.") { name };
        command.SetAction(parsed => Show(parsed.GetRequiredValue(name)));
        return command;
    }

    private static int Show(string asked)
    {
        string name = asked[(asked.LastIndexOf('.') + 1)..];
        string owner = asked.Contains('.', StringComparison.Ordinal) ? asked[..asked.IndexOf('.', StringComparison.Ordinal)] : "";
        FieldSymbol[] found = [.. FieldSymbols.All.Where(field => field.Name == name && (owner.Length == 0 || ThingNames.NameOf(field.Owners).Split(" or ").Contains(owner) || owner is "v" or "h"))];
        if (found.Length == 0)
        {
            string? nearest = NearestName.Of(name, FieldSymbols.All.Select(field => field.Name).Distinct(StringComparer.Ordinal));
            Console.Error.WriteLine($"There is no field '{asked}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
            return ExitCode.WrongUsage;
        }

        foreach (FieldSymbol field in found)
        {
            string absence = field.Absence switch
            {
                Absence.Never => "it cannot be absent",
                Absence.Missing => "absent: missing, what hangs on it is not evaluated",
                Absence.None => "absent: there is none",
                Absence.Empty => "absent: an empty list",
                _ => "it follows from other facts",
            };
            Console.Out.WriteLine($"{field.Name} of a {ThingNames.NameOf(field.Owners)}: {field.Type}. {field.Description} From '{field.Member}'; {absence}.");
        }

        return ExitCode.Done;
    }
}
