using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;

namespace EditEngine.Compiler.Notation;

/// <summary>Reads the lines of a test on services: lines, lines of history and stays.</summary>
internal sealed class ServiceReader(ClaimNotationBuilder draft)
{
    private const int MaxModifiers = 4;

    private static readonly string[] LineWords = ["on", "at", "for", "npi", "specialty", "tax_id"];

    private static readonly string[] HistoryWords = ["on", "at", "npi", "specialty", "tax_id", "claim", "line", "bill", "type", "organization", "paid"];

    public void ReadLine(WordReader reader)
    {
        LineDraft line = new(reader.Place);
        if (reader.IsNext(WordKind.Plain))
        {
            line.Number = reader.ReadOrdinal("the number of the line");
        }

        if (!reader.TryTake(WordKind.Colon))
        {
            reader.FailWord("a colon after the line's number", []);
        }

        ReadService(reader, line, LineWords);
        while (!reader.IsDone)
        {
            if (reader.TryTake("for"))
            {
                line.Pointers = reader.ReadList(() => (reader.ReadOrdinal("the position of a diagnosis"), reader.LastPlace));
            }
            else if (!TryReadOption(reader, line))
            {
                Set(line, FieldReading.Read(reader, ThingKinds.Line, "A line", LineWords));
            }
        }

        draft.Lines.Add(line);
    }

    public void ReadHistory(WordReader reader)
    {
        string status = reader.ReadOneOf("what was decided", ClaimWords.Statuses);
        HistoryDraft history = new(reader.Place) { Status = reader.HasFailed ? default : ClaimWords.StatusOf(status) };
        if (reader.TryTakeOneOf(ClaimWords.Types) is string type)
        {
            history.Type = ClaimWords.TypeOf(type);
        }

        ReadService(reader, history, HistoryWords);
        ReadHistoryOptions(reader, history);
    }

    public void ReadStay(WordReader reader)
    {
        (DateOnly from, DateOnly? through) = DateRange.Read(reader);
        HistoryDraft stay = new(reader.Place) { Type = ClaimType.Institutional };
        stay.Line = stay.Line with { From = from, Through = through, RevenueCode = Code.From(CodeSystem.Revenue, "0120") };
        stay.Fields.Add(new WrittenValue("bill_type", Code.From(CodeSystem.BillType, "111")));
        stay.Fields.Add(new WrittenValue("admission", from));
        stay.Fields.Add(new WrittenValue("discharge", through));
        if (reader.TryTakeOneOf(ClaimWords.Statuses) is string status)
        {
            stay.Status = ClaimWords.StatusOf(status);
        }

        ReadHistoryOptions(reader, stay);
    }

    private void ReadHistoryOptions(WordReader reader, HistoryDraft history)
    {
        while (!reader.IsDone)
        {
            if (reader.TryTake("claim"))
            {
                history.ClaimId = reader.ReadText("the number of the claim");
            }
            else if (reader.TryTake("line"))
            {
                history.Number = reader.ReadOrdinal("the number of the line");
            }
            else if (reader.TryTake("bill"))
            {
                history.Fields.Add(new WrittenValue("bill_type", reader.ReadCode(CodeSystem.BillType)));
            }
            else if (reader.TryTakeOneOf(["type", "organization"]) is string ofBilling)
            {
                history.Fields.Add(new WrittenValue("billing." + ofBilling, reader.ReadText($"the {ofBilling} of the billing provider")));
            }
            else if (reader.TryTake("paid"))
            {
                history.Fields.Add(ReadPaid(reader));
            }
            else if (!TryReadOption(reader, history))
            {
                Set(history, FieldReading.Read(reader, ThingKinds.History, "A history line", HistoryWords));
            }
        }

        draft.History.Add(history);
    }

    private static WrittenValue ReadPaid(WordReader reader) =>
        reader.IsNext(WordKind.Plain) && reader.Peek()!.Value.Value.StartsWith('$')
            ? new WrittenValue("paid_amount", reader.ReadMoney())
            : new WrittenValue("paid_units", reader.ReadValue("the units paid", "them as x2", text => UnitsOf(text) ?? UnitsOf("x" + text)));

    /// <summary>What lines and history lines share; false where the next word is none of it.</summary>
    private static bool TryReadOption(WordReader reader, LineDraft line)
    {
        if (reader.TryTake("on"))
        {
            line.Line = line.Line with { From = reader.ReadDate() };
            if (reader.TryTake(WordKind.Range))
            {
                line.Line = line.Line with { Through = reader.ReadDate() };
            }
        }
        else if (reader.TryTake("at"))
        {
            line.Line = line.Line with { PlaceOfService = reader.ReadCode(CodeSystem.PlaceOfService) };
        }
        else if (reader.TryTakeOneOf(["npi", "specialty", "tax_id"]) is string ofProvider)
        {
            object value = ofProvider == "specialty" ? reader.ReadCode(CodeSystem.Specialty) : reader.ReadText($"the {ofProvider} of the provider");
            line.Fields.Add(new WrittenValue("rendering." + ofProvider, value));
            if (line is HistoryDraft && ofProvider == "tax_id")
            {
                // An earlier claim of another practice is billed by it.
                line.Fields.Add(new WrittenValue("billing.tax_id", value));
            }
        }
        else if (reader.Peek() is { Kind: WordKind.Plain } word && UnitsOf(word.Value) is decimal units)
        {
            reader.TryTake(word.Value);
            line.Line = line.Line with { Units = units };
        }
        else if (reader.Peek() is { Kind: WordKind.Plain } money && money.Value.StartsWith('$'))
        {
            line.Line = line.Line with { ChargeCents = reader.ReadMoney() };
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>A code and its modifiers, as <c>99213-25-59</c>; nothing where the line begins with something else.</summary>
    private static void ReadService(WordReader reader, LineDraft line, string[] words)
    {
        if (reader.Peek() is not { Kind: WordKind.Plain } word || words.Contains(word.Value) || FieldWriters.TypeOf(ThingKinds.History, word.Value) is not null
            || UnitsOf(word.Value) is not null || word.Value.StartsWith('$'))
        {
            return;
        }

        reader.TryTake(word.Value);
        string[] parts = word.Value.Split('-');
        if (parts.Length - 1 > MaxModifiers)
        {
            reader.Fail(TestDiagnostics.TooManyModifiers(reader.LastPlace, word.Value, parts.Length - 1));
            return;
        }

        ImmutableArray<Code>.Builder modifiers = ImmutableArray.CreateBuilder<Code>();
        Code procedure = reader.CodeOf(CodeSystem.Procedure, parts[0], reader.PlaceInLast(0, parts[0].Length));
        int at = parts[0].Length + 1;
        foreach (string part in parts.Skip(1))
        {
            modifiers.Add(reader.CodeOf(CodeSystem.Modifier, part, reader.PlaceInLast(at, part.Length)));
            at += part.Length + 1;
        }

        line.Line = line.Line with { Procedure = procedure, Modifiers = modifiers.ToImmutable() };
    }

    private static decimal? UnitsOf(string text) =>
        text.Length > 1 && text[0] is 'x' or 'X' && decimal.TryParse(text.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal units)
            ? units
            : null;

    private static void Set(LineDraft line, WrittenValue field)
    {
        // After a mistake there is no path.
        if (field.Path is not null)
        {
            line.Fields.Add(field);
        }
    }
}
