using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Boundaries;

/// <summary>Claims that differ from one in a single thing of which an edit speaks.</summary>
/// <param name="atoms">What it speaks of.</param>
internal sealed class Neighbours(EditAtoms atoms)
{
    private const int MostOfAField = 120;

    private readonly FieldNeighbours _values = new(atoms);

    /// <summary>The neighbours of a claim, in an order that hangs on nothing else.</summary>
    public IEnumerable<DatedClaim> Of(DatedClaim dated)
    {
        IEnumerable<DatedClaim> all =
        [
            .. Structures(dated.Claim).Select(claim => dated with { Claim = claim }),
            .. ClaimPart.Of(dated.Claim).SelectMany(part => Fields(dated.Claim, part)).Select(claim => dated with { Claim = claim }),
            .. Days(dated),
            .. AsOfDates(dated.AsOf).Select(day => dated with { AsOf = day }),
        ];
        return all.Where(one => ReferenceEquals(one.Claim, dated.Claim) || one.Claim.Validate().All(problem => problem.Severity != Severity.Error));
    }

    private IEnumerable<Claim> Structures(Claim claim)
    {
        foreach (ClaimPart part in ClaimPart.Of(claim))
        {
            if (part.Without is not null)
            {
                yield return part.Without();
            }
        }

        int next = claim.Lines.Max(line => line.Number) + 1;
        ImmutableArray<HistoryLine> history = claim.History.IsDefault ? [] : claim.History;
        foreach (ServiceLine line in claim.Lines)
        {
            yield return claim with { Lines = claim.Lines.Add(line with { Number = next }) };
            foreach (DateOnly? day in Days(claim, line.From))
            {
                yield return claim with { History = history.Add(Earlier(claim, line with { From = day, Through = null }, history.Length)) };
            }
        }

        foreach (HistoryLine line in history)
        {
            yield return claim with { History = history.Add(line with { ClaimId = FormattableString.Invariant($"H{history.Length + 1}D") }) };
        }

        if (!claim.History.IsDefault)
        {
            yield return claim with { History = default };
        }

        foreach (ClaimType type in Enum.GetValues<ClaimType>().Where(type => type != ClaimType.Unknown && type != claim.Type))
        {
            yield return claim with { Type = type, BillType = type == ClaimType.Institutional && claim.BillType.IsMissing ? Code.From(CodeSystem.BillType, "131") : claim.BillType };
        }

        foreach (Code code in atoms.CodesOf(CodeSystem.Diagnosis))
        {
            yield return claim with { Diagnoses = (claim.Diagnoses.IsDefault ? [] : claim.Diagnoses).Add(new Diagnosis { Code = code }), Lines = [.. claim.Lines.Select(PointingAt(claim))] };
            yield return claim with { Diagnoses = [new Diagnosis { Code = code }], Lines = [.. claim.Lines.Select(line => line with { DiagnosisPointers = [1] })] };
        }

        foreach (FactSymbol fact in atoms.Facts)
        {
            foreach (FactValue? value in ValuesOf(fact))
            {
                yield return claim with { Facts = value is null ? claim.Facts.Remove(fact.Member) : claim.Facts.SetItem(fact.Member, value) };
            }
        }

        foreach (Code code in atoms.CodesOf(CodeSystem.Procedure).Take(MostOfAField))
        {
            ServiceLine last = claim.Lines[^1];
            yield return claim with { Lines = claim.Lines.Add(last with { Number = next, Procedure = code, Modifiers = [] }) };
        }
    }

    // What is of one day stays so where the day is another.
    private IEnumerable<DatedClaim> Days(DatedClaim dated)
    {
        if (dated.Claim.Lines[0].From is not DateOnly first)
        {
            yield break;
        }

        foreach (int day in atoms.Days.SelectMany(day => new[] { day, day - 1, day + 1 }).Distinct().Take(MostOfAField).Where(day => day != first.DayNumber))
        {
            int by = day - first.DayNumber;
            Claim claim = dated.Claim;
            yield return new DatedClaim(
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
        }
    }

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

    private IEnumerable<Claim> Fields(Claim claim, ClaimPart part)
    {
        Dictionary<string, SaidValue> current = SaidValue.Of(part.Kind, claim, part.Facts).ToDictionary(value => value.Path, StringComparer.Ordinal);
        foreach (string path in atoms.PathsOf(part.Kind))
        {
            if (FieldWriters.TypeOf(part.Kind, path) is not LanguageType type || type.Kind == TypeKind.Error || type.Kind is TypeKind.Thing or TypeKind.ThingList && path != "patient")
            {
                continue;
            }

            object? value = current.TryGetValue(path, out SaidValue read) ? read.Value : null;
            yield return Written(claim, part, path, null);
            foreach (object other in _values.Of(claim, type, path, value).Take(MostOfAField))
            {
                yield return Written(claim, part, path, other);
            }
        }
    }

    private static Claim Written(Claim claim, ClaimPart part, string path, object? value) =>
        part.With(FieldWriters.Write(part.Kind, part.Facts, path, value, part.Facts is ServiceLine { Rendering: null } ? claim.Rendering : null));

    private IEnumerable<DateOnly> AsOfDates(DateOnly asOf) => atoms.Days.SelectMany(day => new[] { day - 1, day, day + 1 }).Distinct().Take(MostOfAField).Where(day => day != asOf.DayNumber).Select(DateOnly.FromDayNumber);

    private IEnumerable<DateOnly?> Days(Claim claim, DateOnly? day) =>
        new[] { day }.Concat(day is DateOnly from ? _values.Around(claim, from).Take(MostOfAField / 3).Select(one => (DateOnly?)one) : []);

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
