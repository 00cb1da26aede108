using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Analysis.Boundaries;

/// <summary>Other values of a field: at the bounds that an edit names and beside them, in its sets and out of them.</summary>
internal sealed class FieldNeighbours(EditAtoms atoms)
{
    private const int MostDays = 8;

    /// <summary>Values as a line of a test gives them, none of them the field's own.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="type">Type of the field.</param>
    /// <param name="path">Path of the field.</param>
    /// <param name="value">What it is; null: nothing.</param>
    public IEnumerable<object> Of(Claim claim, LanguageType type, string path, object? value) => type.Kind switch
    {
        TypeKind.Number or TypeKind.Units => Beside(atoms.Numbers, value as decimal?).Cast<object>(),
        TypeKind.Money => Beside(atoms.Cents, value as decimal?).Select(cents => (object)(long)cents),
        TypeKind.YesNo => value is bool yes ? [!yes] : [true, false],
        TypeKind.Date => Dates(claim, path, value as DateOnly?).Cast<object>(),
        TypeKind.Code => atoms.CodesOf(type.System).Where(code => !code.Equals(value)).Cast<object>(),
        TypeKind.CodeList => Lists(type.System, value is ImmutableArray<Code> { IsDefault: false } codes ? codes : []),
        TypeKind.Text => Texts(type, path).Where(text => !text.Equals(value)),
        TypeKind.TextList => atoms.Texts.Select(text => (object)ImmutableArray.Create(text)),
        TypeKind.Instant when value is DateTimeOffset instant => Instants(instant),
        _ => [],
    };

    /// <summary>Days that are by a period, or a number of days, months or years, away from a day, and those beside them.</summary>
    public IEnumerable<DateOnly> Around(Claim claim, DateOnly day) =>
        Steps().SelectMany(step => new[] { Shifted(day, -step.Days, -step.Months), Shifted(day, step.Days, step.Months) })
            .OfType<DateOnly>()
            .SelectMany(one => new[] { one, Shifted(one, -1, 0), Shifted(one, 1, 0) })
            .OfType<DateOnly>()
            .Where(one => one != day)
            .Distinct();

    private static IEnumerable<decimal> Beside(IEnumerable<decimal> bounds, decimal? value) =>
        bounds.SelectMany(bound => new[] { bound, bound - 1, bound + 1 }).Concat(value is decimal own ? [own + 1, own - 1] : [1, 2]).Where(number => number >= 0 && number != value).Distinct();

    private IEnumerable<DateOnly> Dates(Claim claim, string path, DateOnly? value)
    {
        IEnumerable<DateOnly> others = DaysOf(claim).Where(day => day != value).Take(MostDays);
        IEnumerable<DateOnly> fixedDays = atoms.Days.SelectMany(day => new[] { day, day - 1, day + 1 }).Select(DateOnly.FromDayNumber);
        IEnumerable<DateOnly> births = path.EndsWith("birth", StringComparison.Ordinal)
            ? atoms.Numbers.Where(years => years is >= 0 and <= 120 && years == decimal.Truncate(years)).SelectMany(years => DaysOf(claim).Take(2).SelectMany(day => new[] { Shifted(day, 0, -12 * (int)years), Shifted(day, 1, -12 * (int)years), Shifted(day, -1, -12 * (int)years) })).OfType<DateOnly>()
            : [];
        return births.Concat(others.SelectMany(day => new[] { day }.Concat(Around(claim, day)))).Concat(fixedDays)
            .Concat(value is DateOnly own ? new[] { Shifted(own, 1, 0), Shifted(own, -1, 0) }.OfType<DateOnly>() : [])
            .Where(day => day != value).Distinct();
    }

    // A number is of days as well as of months where rules count either between days.
    private IEnumerable<(int Days, int Months)> Steps() =>
        atoms.Periods.Concat(atoms.Numbers.Where(number => number is > 0 and <= 3660 && number == decimal.Truncate(number)).Select(number => ((int)number, 0))).Distinct();

    private static IEnumerable<DateOnly> DaysOf(Claim claim) =>
        claim.Lines.Select(line => line.From)
            .Concat(claim.Lines.Select(line => line.Through))
            .Concat(claim.History.IsDefault ? [] : claim.History.Select(line => line.Line.From))
            .Concat([claim.From, claim.Through, claim.ReceivedDate, claim.ProcessedDate, claim.AdmissionDate, claim.DischargeDate])
            .OfType<DateOnly>().Distinct();

    private IEnumerable<object> Lists(CodeSystem system, ImmutableArray<Code> codes)
    {
        for (int i = 0; i < codes.Length; i++)
        {
            yield return codes.RemoveAt(i);
        }

        foreach (Code code in atoms.CodesOf(system).Where(code => !codes.Contains(code)))
        {
            yield return codes.Length < 4 ? codes.Add(code) : codes.SetItem(0, code);
            if (codes.Length > 0)
            {
                yield return codes.SetItem(0, code);
            }
        }
    }

    private IEnumerable<string> Texts(LanguageType type, string path) =>
        type.Words is { Words.IsEmpty: false } words ? words.Words
        : path.EndsWith("npi", StringComparison.Ordinal) ? ["1999999992", "1999999991"]
        : atoms.Texts.Append("other");

    private IEnumerable<object> Instants(DateTimeOffset instant) =>
        atoms.Numbers.Where(number => number is > 0 and < 100_000).SelectMany(number => new object[] { instant.AddHours((double)number), instant.AddHours(-(double)number), instant.AddMinutes((double)number) })
            .Concat([instant.AddSeconds(1), instant.AddSeconds(-1)]);

    private static DateOnly? Shifted(DateOnly day, int days, int months)
    {
        int year = day.Year + (months / 12);
        if (year is < 2 or > 9998)
        {
            return null;
        }

        int number = day.AddMonths(months).DayNumber + days;
        return number > 0 && number < DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(number) : null;
    }
}
