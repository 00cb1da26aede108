using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Bench.Made;

/// <summary>How large claims are.</summary>
/// <param name="Lines">Lines of a claim.</param>
/// <param name="History">History lines of a member.</param>
internal sealed record ClaimMix(int Lines, int History)
{
    /// <summary>Professional claims as they come.</summary>
    public static readonly ClaimMix Professional = new(6, 50);
}

/// <summary>Professional claims; a member's history is shared by its claims.</summary>
internal sealed class ClaimMaker
{
    private const int ClaimsOfMember = 20;
    private static readonly Code[] Modifiers = [.. ((string[])["25", "59", "LT", "RT", "76", "GP", "XU", "51"]).Select(text => Code.From(CodeSystem.Modifier, text))];
    private static readonly Code[] Places = [.. ((string[])["11", "11", "11", "21", "22", "23"]).Select(text => Code.From(CodeSystem.PlaceOfService, text))];
    private static readonly Code First = Code.From(CodeSystem.Frequency, "1");
    private static readonly Code Replacement = Code.From(CodeSystem.Frequency, "7");

    private readonly ClaimMix _mix;
    private readonly World _world;
    private readonly Random _random;
    private readonly Provider[] _practitioners;

    public ClaimMaker(World world, ClaimMix mix, int seed)
    {
        _mix = mix;
        _world = world;
        _random = new Random(seed);
        _practitioners = [.. Enumerable.Range(0, 2_000).Select(i => new Provider
        {
            Npi = (1_000_000_000L + (i * 9)).ToString(System.Globalization.CultureInfo.InvariantCulture),
            TaxId = (100_000_000 + (i / 4)).ToString(System.Globalization.CultureInfo.InvariantCulture),
            Specialty = Code.From(CodeSystem.Specialty, (10 + (i % 60)).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        })];
    }

    public Claim[] Make(int count)
    {
        Claim[] claims = new Claim[count];
        ImmutableArray<HistoryLine> history = [];
        Provider own = _practitioners[0];
        Patient patient = new();
        int day = 0;
        for (int i = 0; i < count; i++)
        {
            if (i % ClaimsOfMember == 0)
            {
                own = Draw(_practitioners);
                day = new DateOnly(2023, 6, 1).DayNumber + _random.Next(600);
                patient = new Patient { BirthDate = DateOnly.FromDayNumber(day - _random.Next(33_000)), Sex = _random.Next(2) == 0 ? "F" : "M" };
                history = History(i, own, day);
            }

            claims[i] = One(i, own, patient, day + _random.Next(40), history);
        }

        // As claims come: those of one member far apart.
        _random.Shuffle(claims);
        return claims;
    }

    private Claim One(int number, Provider own, Patient patient, int day, ImmutableArray<HistoryLine> history)
    {
        bool replaces = _random.Next(50) == 0 && !history.IsEmpty;
        return new Claim
        {
            Id = "C" + number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Type = ClaimType.Professional,
            ProcessedDate = DateOnly.FromDayNumber(day + 14),
            From = DateOnly.FromDayNumber(day),
            Through = DateOnly.FromDayNumber(day),
            Frequency = replaces ? Replacement : First,
            OriginalClaimId = replaces ? history[_random.Next(history.Length)].ClaimId : null,
            Contract = _random.Next(4) == 0 ? "C-778" : "C-100",
            Patient = patient,
            Billing = own,
            Rendering = own,
            Diagnoses = [new Diagnosis { Code = Code.From(CodeSystem.Diagnosis, "M1711") }, new Diagnosis { Code = Code.From(CodeSystem.Diagnosis, "Z0000") }],
            Lines = [.. Enumerable.Range(1, _mix.Lines).Select(i => Line(i, _random.Next(6) == 0 ? day + _random.Next(4) : day, _random.Next(12) == 0 ? Draw(_practitioners) : null))],
            History = history,
        };
    }

    private ImmutableArray<HistoryLine> History(int member, Provider own, int day) =>
    [
        .. Enumerable.Range(0, _mix.History)
            .Select(i => HistoryLine(member, i, own, _random.Next(8) == 0 ? day + _random.Next(40) : day - _random.Next(730)))
            .Order(Comparer<HistoryLine>.Create(HistoryOrder.Compare)),
    ];

    private HistoryLine HistoryLine(int member, int number, Provider own, int day)
    {
        ServiceLine line = Line(number + 1, day, _random.Next(2) == 0 ? own : Draw(_practitioners));
        return new HistoryLine
        {
            ClaimId = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"H{member}-{number / 4}"),
            Line = line,
            Status = _random.Next(10) switch { 0 => LineStatus.Denied, 1 => LineStatus.Adjusted, 2 => LineStatus.InProcess, _ => LineStatus.Paid },
            ClaimType = _random.Next(8) == 0 ? ClaimType.Institutional : ClaimType.Professional,
            PaidUnits = line.Units,
            Billing = line.Rendering,
        };
    }

    private ServiceLine Line(int number, int day, Provider? rendering) => new()
    {
        Number = number,
        Procedure = _world.Draw(_random),
        Modifiers = _random.Next(4) == 0 ? [Draw(Modifiers)] : [],
        Units = _random.Next(5) == 0 ? _random.Next(2, 9) : 1,
        From = DateOnly.FromDayNumber(day),
        Through = DateOnly.FromDayNumber(_random.Next(30) == 0 ? day + 1 : day),
        PlaceOfService = Draw(Places),
        ChargeCents = _random.Next(1_000, 90_000),
        DiagnosisPointers = [1],
        Rendering = rendering,
    };

    private T Draw<T>(T[] things) => things[_random.Next(things.Length)];
}
