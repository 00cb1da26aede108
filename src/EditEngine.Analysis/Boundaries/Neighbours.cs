using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Boundaries;

/// <summary>Claims that differ from one in a single thing of which an edit speaks, each with what was changed.</summary>
/// <param name="atoms">What it speaks of.</param>
internal sealed class Neighbours(EditAtoms atoms)
{
    private const int MostOfAField = 120;

    private readonly FieldNeighbours _values = new(atoms);

    /// <summary>The neighbours of a claim, in an order that hangs on nothing else.</summary>
    public IEnumerable<ClaimNeighbour> Of(DatedClaim dated) => Of(dated, static _ => true);

    /// <summary>The neighbours of a claim that change, repeat or leave out one of some things of it.</summary>
    /// <param name="dated">The claim.</param>
    /// <param name="concerns">Which things, by their names; what is of the whole claim is among them always.</param>
    public IEnumerable<ClaimNeighbour> Of(DatedClaim dated, Func<string, bool> concerns)
    {
        ImmutableArray<ClaimPart> parts = [.. ClaimPart.Of(dated.Claim).Where(part => part.Kind == ThingKinds.Claim || concerns(part.Name))];
        return Structures(dated.Claim, parts).Select(one => new ClaimNeighbour(dated with { Claim = one.Claim }, one.Change))
            .Concat(parts.SelectMany(part => Fields(dated, part)))
            .Concat(Days(dated))
            .Concat(AsOfDates(dated.AsOf).Select(day => AsOf(dated, day)))
            .Where(one => ReferenceEquals(one.Claim.Claim, dated.Claim) || one.Claim.Claim.Validate().All(problem => problem.Severity != Severity.Error));
    }

    private IEnumerable<(Claim Claim, ClaimChange Change)> Structures(Claim claim, ImmutableArray<ClaimPart> parts)
    {
        foreach (ClaimPart part in parts)
        {
            if (part.Without is not null)
            {
                yield return (part.Without(), new PartLeft(part));
            }
        }

        int next = claim.Lines.Max(line => line.Number) + 1;
        ImmutableArray<HistoryLine> history = claim.History.IsDefault ? [] : claim.History;
        foreach (ServiceLine line in parts.Select(part => part.Facts).OfType<ServiceLine>())
        {
            yield return (claim with { Lines = claim.Lines.Add(line with { Number = next }) }, new PartAdded("line", FormattableString.Invariant($"another line as line {line.Number}"), FormattableString.Invariant($"line {line.Number}")));
            foreach (DateOnly? day in Days(claim, line.From))
            {
                yield return (
                    claim with { History = history.Add(Earlier(claim, line with { From = day, Through = null }, history.Length)) },
                    new PartAdded("history", FormattableString.Invariant($"in history a line as line {line.Number}{(day is DateOnly of ? " on " + FieldText.Of(of) : "")}"), FormattableString.Invariant($"line {line.Number}")));
            }
        }

        foreach (ClaimPart part in parts)
        {
            if (part.Facts is HistoryLine line)
            {
                yield return (claim with { History = history.Add(line with { ClaimId = FormattableString.Invariant($"H{history.Length + 1}D") }) }, new PartAdded("history", $"another line as {part.Name}", part.Name));
            }
        }

        if (!claim.History.IsDefault)
        {
            yield return (claim with { History = default }, new ValueChanged("", "history", LanguageType.ListOf(ThingKinds.History), claim.History, null));
        }

        foreach (ClaimType type in Enum.GetValues<ClaimType>().Where(type => type != ClaimType.Unknown && type != claim.Type))
        {
            yield return (
                claim with { Type = type, BillType = type == ClaimType.Institutional && claim.BillType.IsMissing ? Code.From(CodeSystem.BillType, "131") : claim.BillType },
                new ValueChanged("", "type", LanguageType.Text, ClaimWords.Of(claim.Type), ClaimWords.Of(type)));
        }

        foreach (Code code in atoms.CodesOf(CodeSystem.Diagnosis))
        {
            ImmutableArray<Code> before = [.. (claim.Diagnoses.IsDefault ? [] : claim.Diagnoses).Select(diagnosis => diagnosis.Code)];
            LanguageType codes = LanguageType.ListOf(CodeSystem.Diagnosis);
            yield return (
                claim with { Diagnoses = (claim.Diagnoses.IsDefault ? [] : claim.Diagnoses).Add(new Diagnosis { Code = code }), Lines = [.. claim.Lines.Select(PointingAt(claim))] },
                new ValueChanged("", "diagnoses", codes, before, before.Add(code)));
            yield return (
                claim with { Diagnoses = [new Diagnosis { Code = code }], Lines = [.. claim.Lines.Select(line => line with { DiagnosisPointers = [1] })] },
                new ValueChanged("", "diagnoses", codes, before, ImmutableArray.Create(code)));
        }

        foreach (FactSymbol fact in atoms.Facts)
        {
            foreach (FactValue? value in fact.Type.Kind == TypeKind.ThingList ? SpansAround(claim, claim.Facts.GetValueOrDefault(fact.Member)) : ValuesOf(fact))
            {
                yield return (
                    claim with { Facts = value is null ? claim.Facts.Remove(fact.Member) : claim.Facts.SetItem(fact.Member, value) },
                    new ValueChanged("", "fact " + fact.Name, LanguageType.Text, FieldText.Of(claim.Facts.GetValueOrDefault(fact.Member)), FieldText.Of(value)));
            }
        }

        foreach (Code code in atoms.CodesOf(CodeSystem.Procedure).Take(MostOfAField))
        {
            ServiceLine last = claim.Lines[^1];
            yield return (claim with { Lines = claim.Lines.Add(last with { Number = next, Procedure = code, Modifiers = [] }) }, new PartAdded("line", $"a line of {code}", ""));
        }
    }

    // What is of one day stays so where the day is another.
    private IEnumerable<ClaimNeighbour> Days(DatedClaim dated)
    {
        if (dated.Claim.Lines[0].From is not DateOnly first)
        {
            return [];
        }

        return atoms.Days.SelectMany(day => new[] { day, day - 1, day + 1 }).Distinct().Take(MostOfAField).Where(day => day != first.DayNumber).Select(day => AllMoved(dated, day - first.DayNumber));
    }

    private static ClaimNeighbour AllMoved(DatedClaim dated, int by)
    {
        Claim claim = dated.Claim;
        DatedClaim moved = new(
            claim with
            {
                From = Moved(claim.From, by),
                Through = Moved(claim.Through, by),
                ReceivedDate = Moved(claim.ReceivedDate, by),
                ProcessedDate = Moved(claim.ProcessedDate, by),
                AdmissionDate = Moved(claim.AdmissionDate, by),
                DischargeDate = Moved(claim.DischargeDate, by),
                Lines = [.. claim.Lines.Select(line => Moved(line, by))],
                History = claim.History.IsDefault ? default : [.. claim.History.Select(line => line with { Line = Moved(line.Line, by) })],
            },
            Moved(dated.AsOf, by) ?? dated.AsOf);
        DateOnly first = claim.Lines[0].From!.Value; // Who calls has looked.
        return new ClaimNeighbour(moved, new ValueChanged("", "all dates", LanguageType.Date, first, Moved(first, by)) { At = day => AllMoved(dated, (int)day - first.DayNumber) });
    }

    private static ClaimNeighbour AsOf(DatedClaim dated, DateOnly day) =>
        new(dated with { AsOf = day }, new ValueChanged("", "as-of date", LanguageType.Date, dated.AsOf, day) { At = at => AsOf(dated, DateOnly.FromDayNumber((int)at)) });

    private static ServiceLine Moved(ServiceLine line, int by) => line with { From = Moved(line.From, by), Through = Moved(line.Through, by) };

    private static DateOnly? Moved(DateOnly? day, int by) => day is DateOnly at ? DateOnly.FromDayNumber(Math.Clamp(at.DayNumber + by, 1, DateOnly.MaxValue.DayNumber)) : null;

    private static Func<ServiceLine, ServiceLine> PointingAt(Claim claim) =>
        line => line with { DiagnosisPointers = (line.DiagnosisPointers.IsDefault ? [] : line.DiagnosisPointers).Add((claim.Diagnoses.IsDefault ? 0 : claim.Diagnoses.Length) + 1) };

    private static HistoryLine Earlier(Claim claim, ServiceLine line, int count) => new()
    {
        ClaimId = FormattableString.Invariant($"H{count + 1}"),
        Line = line with { Number = 1, DiagnosisPointers = default, Rendering = line.Rendering ?? claim.Rendering },
        Status = LineStatus.Paid,
        ClaimType = claim.Type,
        BillType = claim.BillType,
        Billing = claim.Billing,
        PaidUnits = line.Units,
        Diagnoses = claim.Diagnoses,
    };

    private IEnumerable<ClaimNeighbour> Fields(DatedClaim dated, ClaimPart part)
    {
        Claim claim = dated.Claim;
        Dictionary<string, SaidValue> current = SaidValue.Of(part.Kind, claim, part.Facts).ToDictionary(value => value.Path, StringComparer.Ordinal);
        foreach (string path in atoms.PathsOf(part.Kind))
        {
            if (FieldWriters.TypeOf(part.Kind, path) is not LanguageType type || type.Kind == TypeKind.Error || type.Kind is TypeKind.Thing or TypeKind.ThingList && path != "patient")
            {
                continue;
            }

            object? value = current.TryGetValue(path, out SaidValue read) ? read.Value : null;
            yield return Written(dated, part, path, type, value, null);
            foreach (object other in _values.Of(claim, type, path, value).Take(MostOfAField))
            {
                yield return Written(dated, part, path, type, value, other);
            }
        }
    }

    private static ClaimNeighbour Written(DatedClaim dated, ClaimPart part, string path, LanguageType type, object? before, object? after)
    {
        Claim claim = part.With(FieldWriters.Write(part.Kind, part.Facts, path, after, part.Facts is ServiceLine { Rendering: null } ? dated.Claim.Rendering : null));
        return new ClaimNeighbour(dated with { Claim = claim }, new ValueChanged(part.Name, path, type, before, after)
        {
            At = at => Written(dated, part, path, type, before, ValueChanged.ValueAt(type, at)),
        });
    }

    private IEnumerable<DateOnly> AsOfDates(DateOnly asOf) => atoms.Days.SelectMany(day => new[] { day - 1, day, day + 1 }).Distinct().Take(MostOfAField).Where(day => day != asOf.DayNumber).Select(DateOnly.FromDayNumber);

    private IEnumerable<DateOnly?> Days(Claim claim, DateOnly? day) =>
        new[] { day }.Concat(day is DateOnly from ? _values.Around(claim, from).Take(MostOfAField / 3).Select(one => (DateOnly?)one) : []);

    // Each span a day shorter and longer at either end, without each, with one that goes on behind each; none at all; one of the days of the lines, and of each line's first day.
    private IEnumerable<FactValue?> SpansAround(Claim claim, FactValue? current)
    {
        ImmutableArray<FactSpan> spans = current is { Spans: { IsDefault: false } given } ? given : [];
        List<ImmutableArray<FactSpan>> around = [[]];
        foreach (ServiceLine line in claim.Lines.Take(MostOfAField))
        {
            if (line.From is DateOnly from)
            {
                around.Add([new FactSpan { From = from, Through = line.Through ?? from }]);
                around.Add([new FactSpan { From = from, Through = from }]);
                around.Add([.. spans, new FactSpan { From = from }]);
            }
        }

        foreach (FactSpan span in spans)
        {
            around.Add(spans.Remove(span));
            foreach (int days in (int[])[-1, 1])
            {
                around.Add(spans.Replace(span, span with { From = Shifted(span.From, days) }));
                around.Add(spans.Replace(span, span with { Through = Shifted(span.Through, days) }));
                around.Add(Shifted(span.Through, days) is DateOnly next ? spans.Add(new FactSpan { From = next, Value = span.Value }) : spans);
            }

            around.AddRange(atoms.Texts.Take(MostOfAField).Select(text => spans.Replace(span, span with { Value = text })));
        }

        return [null, .. around.Select(list => new FactValue { Spans = list })];
    }

    private static DateOnly? Shifted(DateOnly? day, int days) =>
        day is DateOnly known && known.DayNumber + days is > 0 and < 3_652_000 and int number ? DateOnly.FromDayNumber(number) : null;

    private IEnumerable<FactValue?> ValuesOf(FactSymbol fact) => fact.Type.Kind switch
    {
        TypeKind.YesNo => [null, new FactValue { YesNo = true }, new FactValue { YesNo = false }],
        TypeKind.Money => [null, .. atoms.Cents.SelectMany(cents => new[] { cents - 1, cents, cents + 1 }).Select(cents => new FactValue { Number = cents / 100 })],
        TypeKind.Date => [null, .. atoms.Days.SelectMany(day => new[] { day - 1, day, day + 1 }).Take(MostOfAField).Select(day => new FactValue { Text = FieldText.Of(DateOnly.FromDayNumber(day)) })],
        TypeKind.Text => [null, .. atoms.Texts.Append("other").Select(text => new FactValue { Text = text })],
        TypeKind.Code => [null, .. atoms.CodesOf(fact.Type.System).Take(MostOfAField).Select(code => new FactValue { Text = code.ToPlainText() })],
        _ => [null, .. atoms.Numbers.SelectMany(number => new[] { number - 1, number, number + 1 }).Select(number => new FactValue { Number = number })],
    };
}
