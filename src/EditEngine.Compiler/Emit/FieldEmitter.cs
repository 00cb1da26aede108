using EditEngine.Plans;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of the facts of things.</summary>
internal sealed class FieldEmitter(Emission emission)
{
    // Ticks of some ten thousand years.
    private const int InstantBits = 62;

    // Days of ten thousand years.
    private const int DaysBits = 22;


    /// <summary>A code.</summary>
    public EmittedValue? Code(FactRef fact)
    {
        if (fact.IsLineProcedure && emission.Thing(fact.Slot) is { Kind: ThingKind.Line or ThingKind.History } line)
        {
            return new(emission.Text.Local("ulong", Procedure(line), Known("unchecked({0} + 1) <= 1UL")), false);
        }

        string? read = fact.Code is null ? null : Read(fact, "Code", "1UL");
        string check = fact.IsNoneWhenAbsent ? $"if ({{0}} == ulong.MaxValue) {Emission.Undecided} if ({{0}} == 0UL) {{0}} = 1UL;" : Known("unchecked({0} + 1) <= 1UL");
        return read is null or "1UL" ? None(read) : new(emission.Text.Local("ulong", read, check), MayBeNone(fact));
    }

    /// <summary>A day.</summary>
    public EmittedValue? Day(FactRef fact)
    {
        if (fact.IsLineDate && emission.Thing(fact.Slot) is { Kind: ThingKind.Line or ThingKind.History } line)
        {
            return DateOf(line);
        }

        string? read = fact.Day is null ? null : Read(fact, "Day", "1");
        return read is null or "1" ? None(read) : new(emission.Text.Local("int", read, fact.IsNoneWhenAbsent ? "if ({0} == 0) {0} = 1;" : Known("{0} == 0")), MayBeNone(fact));
    }

    /// <summary>The date of a line or line of history.</summary>
    public EmittedValue DateOf(EmittedThing line) =>
        new(emission.Text.Local("int", Date(line), Known("{0} == 0")), false);

    /// <summary>A text.</summary>
    public EmittedValue? Text(FactRef fact)
    {
        string? read = fact.Text is null ? null : Read(fact, "Text", "KnownFacts.NoText");
        return read is null or "KnownFacts.NoText" ? None(read) : new(emission.Text.Local("string", read, fact.IsNoneWhenAbsent ? "{0} ??= KnownFacts.NoText;" : Known("{0} is null")), MayBeNone(fact));
    }

    /// <summary>A number.</summary>
    public EmittedNumber? Number(FactRef fact)
    {
        if (fact.Part is null && fact.Field.Key == "line.days" && emission.Thing(fact.Slot) is { Kind: ThingKind.Line or ThingKind.History } line)
        {
            return new(emission.Text.Local("long", $"{ColumnFacts.Through(line)} - {DateOf(line).Text} + 1"), 1, DaysBits);
        }

        string? read = fact.Whole is not null ? Read(fact, "Whole", "PlainFacts.NoNumber") : fact.Number is not null ? Read(fact, "Decimal", "PlainFacts.NoNumber") : null;
        string check = fact.IsNoneWhenAbsent || MayLackHolder(fact)
            ? Known("{0} == long.MaxValue")
            : Known("unchecked((ulong){0} + 0x8000000000000001UL) <= 1UL"); // long.MaxValue is 0 then, long.MinValue 1
        return read is null ? null : read == "PlainFacts.NoNumber" || MayBeNone(fact)
            ? EmittedNumber.OrNone(read == "PlainFacts.NoNumber" ? read : emission.Text.Local("long", read, check), 1, NumberEmitter.FactBits)
            : new(emission.Text.Local("long", read, check), 1, NumberEmitter.FactBits);
    }

    /// <summary>A yes or no, as C# of a bool.</summary>
    public string? YesNo(FactRef fact)
    {
        string? read = fact.YesNo is null ? null : Read(fact, "YesNo", "0");
        return read is null ? null : read == "0" ? "false" : emission.Text.Local("int", read, fact.IsNoneWhenAbsent ? null : Known("{0} < 0")) + " > 0";
    }

    /// <summary>An instant.</summary>
    public EmittedNumber? Instant(FactRef fact)
    {
        string? read = fact.Instant is null ? null : Read(fact, "Instant", "PlainFacts.NoNumber");
        return read is null ? null : read == "PlainFacts.NoNumber" || MayBeNone(fact)
            ? EmittedNumber.OrNone(read == "PlainFacts.NoNumber" ? read : emission.Text.Local("long", read), 1, InstantBits)
            : new(emission.Text.Local("long", read, Known("{0} == PlainFacts.NoNumber")), 1, InstantBits);
    }

    /// <summary>A value that may be absent, whichever way: of a code or day 0 or 1, of a text null or none, of a number no number.</summary>
    public string? OrAbsent(FactRef fact)
    {
        EmittedThing? thing = emission.Thing(fact.Slot);
        (string Name, string Type, string Absent, string? Check) read = fact.Code is not null ? ("Code", "ulong", "0UL", (string?)Known("{0} == ulong.MaxValue"))
            : fact.Day is not null ? ("Day", "int", "0", null)
            : fact.Text is not null ? ("Text", "string", "null", null)
            : fact.Number is not null ? ("Decimal", "long", "PlainFacts.NoNumber", Known("{0} == long.MaxValue"))
            : fact.Whole is not null ? ("Whole", "long", "PlainFacts.NoNumber", Known("{0} == long.MaxValue"))
            : fact.Instant is not null ? ("Instant", "long", "PlainFacts.NoNumber", null)
            : ("", "", "", (string?)null);
        if (thing is null or { Kind: ThingKind.Row or ThingKind.Group } || read.Name.Length == 0)
        {
            return null;
        }

        if ((fact.Kinds & thing.Bit) == 0)
        {
            return read.Absent;
        }

        string value = thing.Kind is ThingKind.Line or ThingKind.History && fact.IsLineProcedure ? Procedure(thing)
            : thing.Kind is ThingKind.Line or ThingKind.History && fact.IsLineDate ? Date(thing)
            : ColumnFacts.Of(fact, thing) is string column ? column
            : fact.Part is null ? $"KnownFacts.{read.Name}({emission.Row.Object(fact.Field)}, claim, {thing.Record})"
            : "";
        if (value.Length == 0)
        {
            string part = emission.Text.Local("object", $"KnownFacts.Part({emission.Row.Object(fact.Part!)}, claim, {thing.Record})"); // No part, no way here.
            value = $"{part} is null ? {read.Absent} : KnownFacts.{read.Name}({emission.Row.Object(fact.Field)}, claim, {part})";
        }

        return emission.Text.Local(read.Type, value, read.Check);
    }

    /// <summary>Codes; null where there is no such list.</summary>
    public EmittedValue? Codes(FactRef fact)
    {
        if (fact.HeldCodes is not null)
        {
            return Held(fact);
        }

        string? read = fact.Codes is null ? null : Read(fact, "Codes", "null");
        return read is null or "null" ? None(read) : new(emission.Text.Local("Code[]", read), MayLackHolder(fact));
    }

    /// <summary>Whether there is a value, as C# of a bool; a value is there whatever it is.</summary>
    public string? IsThere(FactRef fact) =>
        emission.Thing(fact.Slot) is { Kind: ThingKind.Line or ThingKind.History } line && (fact.IsLineProcedure || fact.IsLineDate)
            ? (fact.IsLineProcedure ? Procedure(line) : Date(line)) + " != 0"
        : fact.Code is not null ? There(fact, "Code", "0UL", "{0} != 0UL")
        : fact.Day is not null ? There(fact, "Day", "0", "{0} != 0")
        : fact.Text is not null ? There(fact, "Text", "null", "{0} is not null")
        : fact.Number is not null ? There(fact, "Decimal", "PlainFacts.NoNumber", "{0} != PlainFacts.NoNumber")
        : fact.Whole is not null ? There(fact, "Whole", "PlainFacts.NoNumber", "{0} != PlainFacts.NoNumber")
        : fact.Instant is not null ? There(fact, "Instant", "PlainFacts.NoNumber", "{0} != PlainFacts.NoNumber")
        : fact.YesNo is not null ? There(fact, "YesNo", "-1", "{0} >= 0")
        : fact.HeldCodes is not null ? IsHeld(fact)
        : null;

    /// <summary>The record of a fact's part, which may be null; empty where the thing has no such part.</summary>
    public string? Holder(FactRef fact)
    {
        EmittedThing? thing = emission.Thing(fact.Slot);
        return thing is null or { Kind: ThingKind.Row or ThingKind.Group } || fact.Part is null ? null
            : (fact.Kinds & thing.Bit) == 0 ? ""
            : emission.Text.Local("object", $"KnownFacts.Part({emission.Row.Object(fact.Part)}, claim, {thing.Record})");
    }

    /// <summary>Whether a part of a thing is there, as C# of a bool.</summary>
    public string? HasPart(FactRef part)
    {
        EmittedThing? thing = emission.Thing(part.Slot);
        return thing is null or { Kind: ThingKind.Row or ThingKind.Group } ? null
            : (part.Kinds & thing.Bit) == 0 ? "false"
            : part.Part is null ? "true"
            : emission.Text.Local("object", $"KnownFacts.Part({emission.Row.Object(part.Part)}, claim, {thing.Record})") + " is not null";
    }

    /// <summary>Whether a list of codes that a thing holds inside of other records was given, as C# of a bool.</summary>
    private string? IsHeld(FactRef fact)
    {
        EmittedThing? thing = emission.Thing(fact.Slot);
        return thing is null or { Kind: ThingKind.Row or ThingKind.Group } || fact.Part is not null ? null
            : (fact.Kinds & thing.Bit) == 0 ? "false"
            : $"KnownFacts.Held({emission.Row.Object(fact)}, claim, {thing.Record}).Presence == Presence.Known";
    }

    // A thing that has no such list has none; a list that was not given leaves it open.
    private EmittedValue? Held(FactRef fact)
    {
        EmittedThing? thing = emission.Thing(fact.Slot);
        if (thing is null or { Kind: ThingKind.Row or ThingKind.Group } || fact.Part is not null)
        {
            return null;
        }

        if ((fact.Kinds & thing.Bit) == 0)
        {
            return None("null");
        }

        string list = emission.Text.Local("var", $"KnownFacts.Held({emission.Row.Object(fact)}, claim, {thing.Record})", Known("{0}.Presence == Presence.Missing"));
        return new(list, false);
    }

    private static string Procedure(EmittedThing line) => $"{(line.Kind == ThingKind.Line ? "codes" : "historyCodes")}[{line.Index}]";

    private static string Date(EmittedThing line) => $"{(line.Kind == ThingKind.Line ? "days" : "historyDays")}[{line.Index}]";

    private static string Known(string isAbsent) => $"if ({isAbsent}) {Emission.Undecided}";

    private static EmittedValue? None(string? none) => none is null ? null : new(none, true);

    private static bool MayBeNone(FactRef fact) => fact.IsNoneWhenAbsent || MayLackHolder(fact);

    private static bool MayLackHolder(FactRef fact) => fact.Part is { IsNoneWhenAbsent: true };

    private string? There(FactRef fact, string type, string absent, string test)
    {
        EmittedThing? thing = emission.Thing(fact.Slot);
        if (thing is null or { Kind: ThingKind.Row or ThingKind.Group })
        {
            return null;
        }

        if ((fact.Kinds & thing.Bit) == 0)
        {
            return "false";
        }

        if (ColumnFacts.Of(fact, thing) is string column)
        {
            return test.Replace("{0}", column, StringComparison.Ordinal);
        }

        string holder = fact.Part is null ? thing.Record : emission.Text.Local("object", $"KnownFacts.Part({emission.Row.Object(fact.Part)}, claim, {thing.Record})");
        string read = $"KnownFacts.{type}({emission.Row.Object(fact.Field)}, claim, {holder})";
        string text = test.Replace("{0}", read, StringComparison.Ordinal);
        return fact.Part is null ? text : $"({holder} is not null && {text})";
    }

    // C# of the value as it is read, or of none where the thing has no such field; null where the slot stands for nothing here.
    private string? Read(FactRef fact, string type, string none)
    {
        EmittedThing? thing = emission.Thing(fact.Slot);
        if (thing is null or { Kind: ThingKind.Row or ThingKind.Group })
        {
            return null;
        }

        if ((fact.Kinds & thing.Bit) == 0)
        {
            return none;
        }

        if (ColumnFacts.Of(fact, thing) is string column)
        {
            return column;
        }

        string field = emission.Row.Object(fact.Field);
        if (fact.Part is null)
        {
            return $"KnownFacts.{type}({field}, claim, {thing.Record})";
        }

        string part = emission.Text.Local(
            "object", $"KnownFacts.Part({emission.Row.Object(fact.Part)}, claim, {thing.Record})", MayLackHolder(fact) ? null : Known("{0} is null"));
        return MayLackHolder(fact) ? $"{part} is null ? {none} : KnownFacts.{type}({field}, claim, {part})" : $"KnownFacts.{type}({field}, claim, {part})";
    }
}
