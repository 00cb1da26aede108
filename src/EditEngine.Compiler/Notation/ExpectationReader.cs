using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Diagnostics;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Notation;

/// <summary>Reads one <c>expect</c> line: a target, what became of it, and by which edit.</summary>
/// <param name="reader">After <c>expect</c>.</param>
/// <param name="claim">The claim, whose things a target must name; null where it could not be read.</param>
internal sealed class ExpectationReader(WordReader reader, Claim? claim)
{
    private static readonly string[] Targets = ["claim", "line", "lines", "every", "history", "diagnosis", "procedure", "suggestion"];

    // A line that is added is expected in a form of its own.
    private static readonly ImmutableArray<ActionRow> ActedOn = [.. ActionTable.All.Where(row => row.Targets != ThingKinds.None)];

    private static readonly string[] Outcomes = ["clean", "bypassed", "monitored", "not", .. ActedOn.Select(row => row.Participle)];

    private static readonly string[] Details = ["by", "queue", "reason", "group", "carc", "remark", "message", "because", "overridable"];

    private string Text => reader.Line["expect".Length..].Trim();

    /// <summary>One expectation for each target; none after a mistake.</summary>
    public ImmutableArray<Expectation> Read()
    {
        ImmutableArray<Expectation> read = ReadAny();
        reader.End();
        return reader.HasFailed ? [] : read;
    }

    /// <summary>The numbers of the lines, for messages.</summary>
    public static string LinesOf(Claim claim) =>
        (claim.Lines.Length == 1 ? "line " : "lines ") + string.Join(", ", claim.Lines.Select(line => line.Number.ToString(CultureInfo.InvariantCulture)));

    private ImmutableArray<Expectation> ReadAny()
    {
        if (reader.TryTake("clean"))
        {
            return [new CleanExpectation(reader.Place, Text, new ExpectedTarget(ExpectedThing.Everything, 0, null))];
        }

        if (reader.TryTake("nothing"))
        {
            return ReadNothing();
        }

        if (reader.IsNext("line") && reader.Peek(1) is { Kind: WordKind.Plain, Value: "added" })
        {
            return [ReadAddedLine()];
        }

        ImmutableArray<ExpectedTarget> targets = ReadTargets();
        return reader.HasFailed ? [] : ReadOutcome(targets);
    }

    private ImmutableArray<Expectation> ReadNothing()
    {
        if (!reader.TryTake("from"))
        {
            reader.FailWord("'from' and an edit", ["from"]);
        }

        NothingExpectation nothing = ReadEdit(new NothingExpectation(reader.Place, Text, new ExpectedTarget(ExpectedThing.Everything, 0, null)));
        return reader.TryTake("on") ? [.. ReadTargets().Select(target => nothing with { Target = target })] : [nothing];
    }

    private ImmutableArray<ExpectedTarget> ReadTargets()
    {
        string word = reader.ReadOneOf("'clean', 'nothing from' an edit, 'line added', or what it is about", Targets);
        switch (word)
        {
            case "claim":
                return [new ExpectedTarget(ExpectedThing.Claim, 0, null)];
            case "line" or "lines":
                return reader.ReadList(ReadLine);
            case "every":
                reader.ReadOneOf("what", ["line"]);
                return claim is null ? [] : [.. claim.Lines.Select(line => new ExpectedTarget(ExpectedThing.Line, line.Number, null))];
            case "history":
                return [ReadHistory()];
            case "diagnosis":
                return [ReadPosition(ExpectedThing.Diagnosis, claim?.Diagnoses.Length, word)];
            case "procedure":
                return [ReadPosition(ExpectedThing.Procedure, claim?.Procedures.Length, word)];
            case "suggestion":
                return [ReadPosition(ExpectedThing.Suggestion, claim is null ? null : claim.CodingRecord?.Suggestions.Length ?? 0, word)];
            default:
                return [];
        }
    }

    private ExpectedTarget ReadLine()
    {
        int number = reader.ReadOrdinal("the number of a line");
        if (!reader.HasFailed && claim is not null && !claim.Lines.Any(line => line.Number == number))
        {
            reader.Fail(TestDiagnostics.NotThere(reader.LastPlace, string.Create(CultureInfo.InvariantCulture, $"line {number}"), LinesOf(claim)));
        }

        return new ExpectedTarget(ExpectedThing.Line, number, null);
    }

    private ExpectedTarget ReadPosition(ExpectedThing thing, int? count, string word)
    {
        int position = reader.ReadOrdinal($"the position of a {word}");
        if (!reader.HasFailed && position > count)
        {
            string? has = count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{count} of them");
            reader.Fail(TestDiagnostics.NotThere(reader.LastPlace, string.Create(CultureInfo.InvariantCulture, $"{word} {position}"), has));
        }

        return new ExpectedTarget(thing, position, null);
    }

    /// <summary><c>history H7 line 1</c>, or <c>history 1</c>: the first history line of the test.</summary>
    private ExpectedTarget ReadHistory()
    {
        string id = reader.ReadText("the number of an earlier claim");
        SourceSpan place = reader.HasFailed ? reader.Place : reader.LastPlace;
        int? number = reader.TryTake("line") ? reader.ReadOrdinal("the number of its line") : null;
        if (reader.HasFailed || claim is null)
        {
            return new ExpectedTarget(ExpectedThing.History, number ?? 1, id);
        }

        ImmutableArray<HistoryLine> history = claim.History.IsDefault ? [] : claim.History;
        HistoryLine? found = history.FirstOrDefault(h => h.ClaimId == id && (number is null || h.Line.Number == number));
        if (found is null && number is null && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int position) && position >= 1 && position <= history.Length)
        {
            found = history[position - 1];
        }

        if (found is null)
        {
            string has = string.Join(", ", history.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.ClaimId} line {h.Line.Number}")));
            string what = number is null ? $"history {id}" : string.Create(CultureInfo.InvariantCulture, $"history {id} line {number}");
            reader.Fail(TestDiagnostics.NotThere(place, what, has.Length == 0 ? null : has));
        }

        return new ExpectedTarget(ExpectedThing.History, found?.Line.Number ?? 0, found?.ClaimId ?? id);
    }

    private ImmutableArray<Expectation> ReadOutcome(ImmutableArray<ExpectedTarget> targets)
    {
        string word = reader.ReadOneOf("what became of it", Outcomes);
        switch (word)
        {
            case "clean":
                return [.. targets.Select(target => new CleanExpectation(reader.Place, Text, target))];
            case "not":
                reader.ReadOneOf("what", ["evaluated"]);
                return ReadNotEvaluated(targets);
            default:
                // The target is put in when all else is read; a finding without one is only a form.
                return ReadFinding(targets, word);
        }
    }

    private ImmutableArray<Expectation> ReadNotEvaluated(ImmutableArray<ExpectedTarget> targets)
    {
        NotEvaluatedExpectation form = new(reader.Place, Text, targets.FirstOrDefault() ?? new ExpectedTarget(ExpectedThing.Everything, 0, null), []);
        form = reader.TryTake("by") ? ReadEdit(form) : form;
        if (reader.TryTake("missing"))
        {
            // `line 2 units` is a name of several words.
            form = form with { Missing = reader.ReadList(ReadMissingName) };
        }

        return [.. targets.Select(target => form with { Target = target })];
    }

    private string ReadMissingName()
    {
        string name = reader.ReadPlain("the name of a value");
        while (reader.Peek() is { Kind: WordKind.Plain } word)
        {
            reader.TryTake(word.Value);
            name += " " + word.Value;
        }

        return FoundName(name.Split(' '));
    }

    // What a test takes away by `missing fact x` and `missing history 1 date` is found under its name in the language and its claim's number.
    private string FoundName(string[] words)
    {
        if (words is ["fact", string fact])
        {
            return "claim." + fact;
        }

        bool isPosition = words is ["history", string number, not "line", ..] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        int position = isPosition ? int.Parse(words[1], CultureInfo.InvariantCulture) : 0;
        return isPosition && claim is { History.IsDefault: false } && position >= 1 && position <= claim.History.Length
            ? string.Create(CultureInfo.InvariantCulture, $"history {claim.History[position - 1].ClaimId} line {claim.History[position - 1].Line.Number} {string.Join(' ', words[2..])}")
            : string.Join(' ', words);
    }

    private ImmutableArray<Expectation> ReadFinding(ImmutableArray<ExpectedTarget> targets, string word)
    {
        FindingState state = word switch { "bypassed" => FindingState.Bypassed, "monitored" => FindingState.Monitor, _ => FindingState.Active };
        ActionRow? row = state == FindingState.Active ? ActedOn.FirstOrDefault(one => one.Participle == word) : null;
        FindingExpectation form = new(reader.Place, Text, targets.FirstOrDefault() ?? new ExpectedTarget(ExpectedThing.Everything, 0, null), state, row?.Action);
        if (row is not null && row.Allows(ActionParts.Amount) && reader.TryTake("to"))
        {
            form = ReadReduced(form);
        }
        else if (row is not null && row.Allows(ActionParts.NewCode) && reader.TryTake("with"))
        {
            form = form with { ReplacedWith = reader.ReadCode(CodeSystem.Procedure) };
        }

        while (!reader.IsDone)
        {
            form = ReadDetail(form);
        }

        return [.. targets.Select(target => form with { Target = target })];
    }

    private FindingExpectation ReadReduced(FindingExpectation form)
    {
        if (reader.Peek() is { Kind: WordKind.Plain } word && word.Value.EndsWith('%'))
        {
            return form with { Percent = reader.ReadPercent() };
        }

        decimal units = reader.ReadNumber("units, or a percent");
        reader.ReadOneOf("units", ["unit", "units"]);
        return form with { Units = units };
    }

    private FindingExpectation ReadDetail(FindingExpectation form) => reader.ReadOneOf("the end of the line, or what else is said of it", Details) switch
    {
        "by" => ReadEdit(form),
        "queue" => form with { Queue = reader.ReadText("a queue") },
        "reason" => form with { Reason = reader.ReadPlain("a reason key") },
        "group" => form with { GroupCode = reader.ReadOneOf("a group code", ["CO", "PR", "OA", "PI"]) },
        "carc" => form with { Carc = reader.ReadPlain("a CARC") },
        "remark" => form with { Remark = reader.ReadPlain("a remark code") },
        "message" => form with { Message = reader.ReadText("a message") },
        "because" => form with { Because = reader.ReadText("the reason of the exception") },
        "overridable" => form with { Overridable = reader.TryTakeOneOf(["yes", "no"]) != "no" },
        _ => form,
    };

    private AddedLineExpectation ReadAddedLine()
    {
        reader.TryTake("line");
        reader.TryTake("added");
        AddedLineExpectation form = new(reader.Place, Text, reader.ReadCode(CodeSystem.Procedure), default, null, null);
        while (!reader.IsDone)
        {
            switch (reader.ReadOneOf("the end of the line, or more of the added line", ["with", "units", "pay", "by"]))
            {
                case "with":
                    reader.ReadOneOf("what", ["modifier", "modifiers"]);
                    form = form with { Modifiers = reader.ReadList(() => reader.ReadCode(CodeSystem.Modifier)) };
                    break;
                case "units":
                    form = form with { Units = reader.ReadNumber("units") };
                    break;
                case "pay":
                    form = form with { PayPercent = reader.ReadPercent() };
                    break;
                case "by":
                    form = ReadEdit(form);
                    break;
            }
        }

        return form;
    }

    private T ReadEdit<T>(T form)
        where T : Expectation
    {
        string edit = reader.ReadPlain("an edit");
        return reader.HasFailed ? form : form with { Edit = edit, EditPlace = reader.LastPlace };
    }
}
