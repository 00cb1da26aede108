using System.Collections.Immutable;
using EditEngine.Plans;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of loops over the things of a source: a loop for each kind, in the order of the executor, then lists.</summary>
internal sealed class SourceEmitter(Emission emission)
{
    /// <summary>Writes a loop around what is done with each thing that belongs.</summary>
    /// <param name="source">The things.</param>
    /// <param name="isComplete">A list that was not given leaves it open.</param>
    /// <param name="body">Writes what is done, for the label behind it; false where it cannot be written.</param>
    /// <returns>False where it cannot be written.</returns>
    public bool ForEach(SourcePlan source, bool isComplete, Func<string, bool> body)
    {
        for (ThingKind kind = ThingKind.Claim; kind <= ThingKind.ValueCode; kind++)
        {
            if (source.Alternatives.Any(one => IsOf(one, kind)) && !OfKind(source, kind, isComplete, body))
            {
                return false;
            }
        }

        return source.Alternatives.All(one => one.List is null || OfList(source, one, isComplete, body));
    }

    /// <summary>Writes the loop over the things of one kind.</summary>
    public bool OfKind(SourcePlan source, ThingKind kind, bool isComplete, Func<string, bool> body)
    {
        int block = emission.Text.Open();
        string end = emission.Text.Name("n");
        ILookup<bool, Expression> conditions = ConditionsOf(source, kind).ToLookup(one => PlanSlots.Of(one).Contains(source.Slot));
        if (!conditions[false].All(one => emission.Conditions.Require(one, $"goto {end};")) || Begin(source, kind, isComplete) is not { } thing)
        {
            return false;
        }

        bool written = Inside(source.Slot, thing, [.. conditions[true]], body);
        emission.Text.Close(block, end);
        return written;
    }

    /// <summary>Goes on where a thing in the source's slot meets what the source asks of its kind.</summary>
    public bool Meets(SourcePlan source, ThingKind kind, string next) => ConditionsOf(source, kind).All(one => emission.Conditions.Require(one, $"goto {next};"));

    private static bool IsOf(AlternativePlan alternative, ThingKind kind) => alternative.List is null && (alternative.Kinds & (1 << (int)kind)) != 0;

    private static ImmutableArray<Expression> ConditionsOf(SourcePlan source, ThingKind kind)
    {
        ImmutableArray<AlternativePlan> alternatives = [.. source.Alternatives.Where(one => IsOf(one, kind))];
        return alternatives.Length == 1 ? alternatives[0].Conditions : [new Or([.. alternatives.Select(one => (Expression)new And(one.Conditions))])];
    }

    /// <summary>Writes what is done with one thing that meets conditions.</summary>
    public bool Inside(int slot, EmittedThing thing, ImmutableArray<Expression> conditions, Func<string, bool> body)
    {
        int block = emission.Text.Open();
        string next = emission.Text.Name("n");
        bool written = emission.With(slot, thing, () => conditions.OrderBy(ConditionCost.Of).All(one => emission.Conditions.Require(one, $"goto {next};")) && body(next));
        emission.Text.Close(block, next);
        return written;
    }

    /// <summary>The thing of a kind at a position; null where the kind has no list on a claim.</summary>
    public EmittedThing? At(ThingKind kind, string at) => kind == ThingKind.Claim ? EmittedThing.Claim : Things(kind) is string things ? new EmittedThing(kind, at, $"{things}[{at}]") : null;

    // Writes the head of the loop.
    private EmittedThing? Begin(SourcePlan source, ThingKind kind, bool isComplete)
    {
        string at = emission.Text.Name("i");
        switch (kind)
        {
            case ThingKind.Claim:
                return EmittedThing.Claim;
            case ThingKind.Line:
                return BeginLines(source, at);
            case ThingKind.History:
                BeginHistory(source, at);
                break;
            default:
                if (isComplete && kind is (ThingKind.Diagnosis or ThingKind.Authorization))
                {
                    emission.Text.Line($"if ({ListOf(kind)}.IsDefault) {Emission.Undecided}");
                }

                if (Things(kind) is string things)
                {
                    emission.Text.Line($"for (int {at} = 0; {at} < {things}.Length; {at}++)");
                }

                break;
        }

        return At(kind, at);
    }

    /// <summary>Writes the head of a loop over the lines that a source can mean.</summary>
    public EmittedThing BeginLines(SourcePlan source, string at)
    {
        EmittedThing line = At(ThingKind.Line, at)!; // Lines are a list of every claim.
        (string Lines, string Other)? pair = PairOf(source);
        if (source.Slot == emission.MaskedSlot)
        {
            Candidates(at, pair);
            return line with { IsCandidate = true };
        }

        emission.Text.Line(pair is { } known
            ? $"for (int {at} = LinePairs.Next({known.Lines}, {known.Other}, 0); {at} < lineCount; {at} = LinePairs.Next({known.Lines}, {known.Other}, {at} + 1))"
            : $"for (int {at} = 0; {at} < lineCount; {at}++)");
        return line;
    }

    private static string? ListOf(ThingKind kind) => kind switch
    {
        ThingKind.Diagnosis => "claim.Diagnoses",
        ThingKind.Procedure => "claim.Procedures",
        ThingKind.Authorization => "claim.Authorizations",
        ThingKind.Occurrence => "claim.OccurrenceCodes",
        ThingKind.ValueCode => "claim.ValueCodes",
        _ => null,
    };

    // C# of the things of a kind as an array.
    private string? Things(ThingKind kind) => kind switch
    {
        ThingKind.Line => "lines",
        ThingKind.History => "history",
        ThingKind.Suggestion => emission.Text.Local("var", "KnownFacts.Suggestions(claim)"),
        _ => ListOf(kind) is string list ? emission.Text.Local("var", $"KnownFacts.Things({list})") : null,
    };

    // A line of which a row of a table of pairs is asked, of its procedure and that of a line of a loop around: C# of the lines that may have one, and of the other's position.
    private (string Lines, string Other)? PairOf(SourcePlan source)
    {
        foreach (Expression condition in ConditionsOf(source, ThingKind.Line))
        {
            if (condition is IsFound { Row: LookUp { Key: [FieldValue { Field: { IsLineProcedure: true } first }, FieldValue { Field: { IsLineProcedure: true } second }] } lookUp }
                && lookUp.Table.KeyCount == 2
                && (first.Slot == source.Slot) != (second.Slot == source.Slot)
                && emission.Thing(first.Slot == source.Slot ? second.Slot : first.Slot) is { Kind: ThingKind.Line } other)
            {
                string isOfFirst = second.Slot == source.Slot ? "true" : "false";
                return (emission.Text.Local("LinePairs", $"run.PairedLines.Of({emission.Row.Object(lookUp.Table)}, {isOfFirst})"), other.Index);
            }
        }

        return null;
    }

    // Only the lines by whose codes the edit is a candidate.
    private void Candidates(string at, (string Lines, string Other)? pair)
    {
        string word = emission.Text.Name("w");
        string mask = emission.Text.Name("m");
        emission.Text.Line($"for (int {word} = 0, {at}; {word} < run.LineWords; {word}++)");
        string paired = pair is { } known ? $" & LinePairs.Word({known.Lines}, {known.Other}, {word})" : "";
        emission.Text.Line($"for (ulong {mask} = run.CandidateLines({word}){paired}; {mask} != 0; {mask} &= {mask} - 1)");
        emission.Text.Line($"if (({at} = ({word} << 6) + KnownValues.Lowest({mask})) >= 0)");
    }

    private EmittedThing List(ThingKind kind, string at, string list, bool isComplete)
    {
        if (isComplete)
        {
            emission.Text.Line($"if ({list}.IsDefault) {Emission.Undecided}");
        }

        string things = emission.Text.Local("var", $"KnownFacts.Things({list})");
        emission.Text.Line($"for (int {at} = 0; {at} < {things}.Length; {at}++)");
        return new EmittedThing(kind, at, $"{things}[{at}]");
    }

    private void BeginHistory(SourcePlan source, string at)
    {
        switch (source.Access)
        {
            case HistoryOnDay on when Day(on.Day) is string day:
                emission.Text.Line($"if (historyCount > 0 && ({day} == 1 || !run.IsHistoryPlain)) {Emission.Undecided}");
                emission.Text.Line($"for (int {at} = run.FirstHistoryFrom({day}); {at} < historyCount && historyDays[{at}] == {day}; {at}++)");
                break;
            case HistoryBetween between:
                string from = emission.Text.Name("v");
                string to = emission.Text.Name("v");
                emission.Text.Line($"int {from} = 2, {to} = int.MaxValue;");
                foreach (DayBound bound in between.From)
                {
                    Narrow(bound, from, isUpper: false);
                }

                foreach (DayBound bound in between.To)
                {
                    Narrow(bound, to, isUpper: true);
                }

                emission.Text.Line($"if (historyCount > 0 && !run.IsHistoryPlain) {Emission.Undecided}");
                emission.Text.Line($"for (int {at} = run.FirstHistoryFrom({from}); {at} < historyCount && historyDays[{at}] <= {to}; {at}++)");
                break;
            case AllOf when new LaterWindow(emission).Of(source) is { } window:
                emission.Text.Line($"for (int {at} = run.FirstHistoryFrom({window.From}); {at} < historyCount && historyDays[{at}] <= {window.To}; {at}++)");
                break;
            default:
                emission.Text.Line($"for (int {at} = 0; {at} < historyCount; {at}++)");
                break;
        }
    }

    // The weakest of some days; where one of them is none there is no limit. A bound without text narrows nothing.
    private void Narrow(DayBound bound, string end, bool isUpper) => emission.Try(() =>
    {
        List<string> days = [];
        foreach (Expression one in bound.OneOf)
        {
            if (Day(one) is not string day)
            {
                return false;
            }

            days.Add(day);
        }

        string weakest = days.Aggregate((a, b) => $"Math.{(isUpper ? "Max" : "Min")}({a}, {b})");
        string known = string.Concat(days.Select(day => $"{day} > 1 && "));
        emission.Text.Line(isUpper ? $"if ({known}{weakest} < {end}) {end} = {weakest};" : $"if ({weakest} > {end}) {end} = {weakest};");
        return true;
    });

    private string? Day(Expression day) => emission.Days.Of(day)?.Text;

    private bool OfList(SourcePlan source, AlternativePlan alternative, bool isComplete, Func<string, bool> body) => alternative.List switch
    {
        MembersOf members => emission.Groups.OfMembers(source.Slot, members.Group, alternative, body),
        OwnMembersOf members => emission.Groups.OfMembers(source.Slot, members.Group, alternative, body),
        EvidenceOf evidence => OfEvidence(source, alternative, evidence.Suggestion, isComplete, body),
        CertificatesOf certificates => OfCertificates(source, alternative, certificates.Provider, isComplete, body),
        SpansOf spans => OfSpans(source, alternative, spans, isComplete, body),
        RowsOf rows => OfRows(source, alternative, rows, body),
        LastRun run => emission.Orders.ForEachOfRun(source, alternative, run, isComplete, body),
        OnlyThing { Thing: SlotThing one } when emission.Thing(one.Slot) is { Kind: not (ThingKind.Row or ThingKind.Group) } thing =>
            (alternative.Kinds & thing.Bit) == 0 || Inside(source.Slot, thing, alternative.Conditions, body),
        _ => false,
    };

    private bool OfEvidence(SourcePlan source, AlternativePlan alternative, FactRef fact, bool isComplete, Func<string, bool> body)
    {
        if (emission.Thing(fact.Slot) is not { Kind: ThingKind.Suggestion } suggestion || (alternative.Kinds & (1 << (int)ThingKind.Evidence)) == 0)
        {
            return false;
        }

        int block = emission.Text.Open();
        EmittedThing span = List(ThingKind.Evidence, emission.Text.Name("i"), $"{suggestion.Record}.Evidence", isComplete) with { Owner = suggestion.Index };
        bool written = Inside(source.Slot, span, alternative.Conditions, body);
        emission.Text.Close(block);
        return written;
    }

    private bool OfSpans(SourcePlan source, AlternativePlan alternative, SpansOf fact, bool isComplete, Func<string, bool> body)
    {
        if ((alternative.Kinds & (1 << (int)ThingKind.Span)) == 0)
        {
            return true;
        }

        int block = emission.Text.Open();
        string end = emission.Text.Name("n");
        string spans = emission.Text.Local("FactSpan[]", $"KnownFacts.Spans({emission.Row.Object(fact.Member)}, claim)");
        emission.Text.Line($"if ({spans} is null) {(isComplete ? Emission.Undecided : $"goto {end};")}");
        string at = emission.Text.Name("i");
        emission.Text.Line($"for (int {at} = 0; {at} < {spans}.Length; {at}++)");
        EmittedThing span = new(ThingKind.Span, at, $"{spans}[{at}]") { OwnerPath = emission.Row.Object(fact.Name) };
        bool written = Inside(source.Slot, span, alternative.Conditions, body);
        emission.Text.Close(block, end);
        return written;
    }

    private bool OfCertificates(SourcePlan source, AlternativePlan alternative, FactRef fact, bool isComplete, Func<string, bool> body)
    {
        if (fact.Part is null || (alternative.Kinds & (1 << (int)ThingKind.Certificate)) == 0 || emission.Fields.Holder(fact) is not string holder)
        {
            return false;
        }

        int block = emission.Text.Open();
        string end = emission.Text.Name("n");
        if (holder.Length > 0)
        {
            emission.Text.Line($"if ({holder} is null) {(fact.Part.IsNoneWhenAbsent || !isComplete ? $"goto {end};" : Emission.Undecided)}");
            string certificates = emission.Text.Local("Certificate[]", $"KnownFacts.Certificates({holder})");
            emission.Text.Line($"if ({certificates} is null) {(isComplete ? Emission.Undecided : $"goto {end};")}");
            string at = emission.Text.Name("i");
            emission.Text.Line($"for (int {at} = 0; {at} < {certificates}.Length; {at}++)");
            EmittedThing owner = emission.Thing(fact.Slot)!; // It has a holder.
            EmittedThing certificate = new(ThingKind.Certificate, at, $"{certificates}[{at}]")
            {
                Owner = owner.Kind switch { ThingKind.Line => owner.Index, ThingKind.History => $"run.LineCount + {owner.Index}", _ => "-1" },
                OwnerPath = emission.Row.Object(fact.PartPath),
            };
            if (!Inside(source.Slot, certificate, alternative.Conditions, body))
            {
                return false;
            }
        }

        emission.Text.Close(block, end);
        return true;
    }

    private bool OfRows(SourcePlan source, AlternativePlan alternative, RowsOf rows, Func<string, bool> body)
    {
        if ((alternative.Kinds & (1 << (int)ThingKind.Row)) == 0)
        {
            return true;
        }

        int block = emission.Text.Open();
        string table = emission.Row.Object(rows.Table);
        string day = "1";
        if (rows.On is not null)
        {
            if (Day(rows.On) is not string on)
            {
                return false;
            }

            day = on;
        }

        string first = emission.Text.Name("v");
        string end = emission.Text.Name("v");
        if (rows.FirstKey is null)
        {
            emission.Text.Line($"int {first} = 0, {end} = Unsafe.As<Table>({table}).RowCount;");
        }
        else if (emission.Rows.KeyPart(rows.Table, 0, rows.FirstKey) is string key)
        {
            emission.Text.Line($"var ({first}, {end}) = Unsafe.As<Table>({table}).FindRows({key});");
        }
        else
        {
            return false;
        }

        string at = emission.Text.Name("i");
        emission.Text.Line($"for (int {at} = {first}; {at} < {end}; {at}++)");
        emission.Text.Line($"if (KnownValues.IsInForce({table}, {at}, {day}))");
        bool written = Inside(source.Slot, new EmittedThing(ThingKind.Row, at, table) { Table = rows.Table }, alternative.Conditions, body);
        emission.Text.Close(block);
        return written;
    }
}
