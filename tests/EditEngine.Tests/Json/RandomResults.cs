using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Outcomes;

namespace EditEngine.Tests.Json;

/// <summary>Results with every member present or absent by chance; their texts, numbers and dates are those that a writer is most likely to get wrong.</summary>
internal sealed class RandomResults(int seed)
{
    private static readonly string[] Texts =
    [
        "", "A", "NCCI-PTP", "99213 on 2025-03-04 is included in 11102, line 2.", "a \"b\" \\ c", "tab\tline\nend\r\f\b\0", "\u007f\u0080", "Ä – 😀\u2028\u2029\ufeff", "<&'+>`/",
        "\ud800", "x\udc00y", "\ud83d\ude00\ud83d", "\uffff\ue000\u0378", "=\"A\", 'B' – C", new string('x', 5000), new string('ä', 3000),
    ];

    private static readonly decimal[] Numbers =
    [
        0m, -0m, -0.0m, 0.00m, 1m, 100m, 1.50m, -2.5m, 10m, 100.00m, 0.0000000001m, 999999999999999999999999999.5m, decimal.MaxValue, decimal.MinValue, ulong.MaxValue, ulong.MaxValue + 1m,
        1e-28m, 1.8446744073709551615m, 1.8446744073709551616m, 0.0018446744073709551615m, 0.3333333333333333333333333333m, 7.9228162514264337593543950335m,
    ];

    private readonly Random _random = new(seed);

    public Result Next() => _random.Next(3) == 0 ? Untouched() : new()
    {
        Claim = Text(),
        Pack = Text(),
        AsOf = Date(),
        Disposition = Any<Disposition>(),
        Lines = Many(Line),
        AddedLines = Some(() => new AddedLine { Procedure = Code(CodeSystem.Procedure), Modifiers = Some(() => Code(CodeSystem.Modifier)), Units = Number(), PayPercent = Number(), Supports = Some(Whole), Edit = Text() }),
        HistoryActions = Some(() => new HistoryAction(Text(), Whole(), Any<EditAction>(), Text())),
        Findings = Many(Finding),
        NotEvaluated = Some(() => new NotEvaluated(Text(), May(() => (int?)Whole()), Many(Text)) { Because = May(() => (NotEvaluatedCause?)Any<NotEvaluatedCause>()) }),
        HistorySupplied = _random.Next(2) == 0,
    };

    // As an evaluator gives it: decisions are made only of lines that something touched.
    private Result Untouched() => new()
    {
        Claim = Text(),
        Pack = Text(),
        AsOf = Date(),
        Disposition = Any<Disposition>(),
        Lines = default,
        LineDecisions = new LineDecisions(
            [.. Enumerable.Range(1, _random.Next(1, 5)).Select(number => new ServiceLine { Number = number, Units = May(() => (decimal?)Number()), ChargeCents = May(() => (long?)Cents()) })],
            _random.Next(2) == 0 ? null : [May(Line), May(Line), May(Line), May(Line)]),
        Findings = Some(Finding),
    };

    private LineResult Line() => new()
    {
        Number = Whole(),
        Status = Any<LineDecision>(),
        Winning = May(Text),
        BilledUnits = May(() => (decimal?)Number()),
        AllowedUnits = May(() => (decimal?)Number()),
        DeniedUnits = May(() => (decimal?)Number()),
        DeniedChargeCents = May(() => (long?)Cents()),
        PayPercent = May(() => (decimal?)Number()),
        Procedure = _random.Next(2) == 0 ? default : Code(CodeSystem.Procedure),
        Modifiers = _random.Next(2) == 0 ? default : Many(() => Code(CodeSystem.Modifier)),
    };

    private Finding Finding() => new()
    {
        Edit = Text(),
        Version = May(Text),
        Phase = May(Text),
        Level = Any<FindingLevel>(),
        Line = May(() => (int?)Whole()),
        Field = May(Text),
        Action = Any<EditAction>(),
        State = Any<FindingState>(),
        SuppressedBy = May(Text),
        Bypass = May(() => new Bypass(Text(), May(Text), May(() => (DateOnly?)Date()))),
        Reason = May(Text),
        GroupCode = May(Text),
        Carc = May(Text),
        Rarc = Some(Text),
        Queue = May(Text),
        Overridable = May(() => (bool?)(_random.Next(2) == 0)),
        Message = May(Text),
        Cite = Some(Text),
        Related = Some(() => new RelatedLine(May(Text), Whole())),
        RelatedOmitted = _random.Next(-1, 3),
        Rows = Some(() => new RowUsed(Text(), Text(), May(() => (DateOnly?)Date()), May(() => (DateOnly?)Date()))),
    };

    private string Text() => Texts[_random.Next(Texts.Length)];

    private decimal Number() => _random.Next(3) switch
    {
        0 => Numbers[_random.Next(Numbers.Length)],
        1 => new decimal(_random.Next(), _random.Next(), _random.Next(4) == 0 ? _random.Next() : 0, _random.Next(2) == 0, (byte)_random.Next(29)),
        _ => new decimal(_random.Next(10_000)) / 100m,
    };

    private long Cents() => _random.Next(4) switch { 0 => long.MinValue, 1 => long.MaxValue, 2 => _random.Next(-1_000, 1_000), _ => _random.NextInt64(-1_000_000, 1_000_000) };

    private int Whole() => _random.Next(4) switch { 0 => int.MinValue, 1 => int.MaxValue, _ => _random.Next(-5, 500) };

    private DateOnly Date() => DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber + 1));

    private Code Code(CodeSystem system) => EditEngine.Codes.Code.From(system, _random.Next(2) == 0 ? "99213" : Text());

    private T Any<T>()
        where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];

    private T? May<T>(Func<T?> make) => _random.Next(3) == 0 ? default : make();

    private ImmutableArray<T> Some<T>(Func<T> make) => _random.Next(2) == 0 ? [] : Many(make);

    private ImmutableArray<T> Many<T>(Func<T> make) => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => make())];
}
