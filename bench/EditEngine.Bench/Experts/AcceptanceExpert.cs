using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Bench.Experts;

/// <summary>What an expert would write for the acceptance edits by hand: history of the claim's days only, packed codes, one pass, the same tables.</summary>
internal sealed class AcceptanceExpert
{
    private readonly World _world;
    private readonly ulong _practitioner;
    private readonly HashSet<ulong> _visits;
    private readonly Dictionary<ulong, int> _modifiers = [];
    private readonly int _valueColumn;
    private readonly int _maiColumn;
    private readonly int _indicatorColumn;
    private readonly int _globalColumn;
    private readonly ulong[] _codes = new ulong[512];
    private readonly int[] _days = new int[512];
    private readonly string?[] _npis = new string?[512];
    private readonly int[] _masks = new int[512];
    private readonly HistoryLine[] _history = new HistoryLine[8_192];
    private readonly bool[] _isMinor = new bool[512];
    private int _historyCount;

    public AcceptanceExpert(World world)
    {
        _world = world;
        _practitioner = world.Units.KeyOf(1, "practitioner");
        _visits = [.. world.Visits.Select(code => code.Packed)];
        _valueColumn = world.Units.FindColumn("value");
        _maiColumn = world.Units.FindColumn("mai");
        _indicatorColumn = world.Pairs.FindColumn("indicator");
        _globalColumn = world.Globals.FindColumn("global");
        string[] anatomic = ["E1", "E2", "E3", "E4", "FA", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "TA", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "LT", "RT", "LC", "LD", "LM", "RC", "RI", "24", "25", "27", "57", "58", "78", "79", "91"];
        Array.ForEach(anatomic, text => _modifiers[Packed(text)] = 1);
        Array.ForEach(["59", "XE", "XS", "XP", "XU"], text => _modifiers[Packed(text)] = 2);
        _modifiers[Packed("25")] |= 4;
    }

    /// <summary>Finds as the engine does; the answer is a sum over findings in which their order does not matter.</summary>
    public Tally Run(Claim claim)
    {
        Tally tally = default;
        if (claim.Type != ClaimType.Professional)
        {
            return tally;
        }

        int count = claim.Lines.Length;
        int first = int.MaxValue;
        int last = int.MinValue;
        for (int i = 0; i < count; i++)
        {
            ServiceLine line = claim.Lines[i];
            _codes[i] = line.Procedure.Packed;
            _days[i] = line.From!.Value.DayNumber; // Made with dates.
            _npis[i] = (line.Rendering ?? claim.Rendering)!.Npi; // Made with a rendering provider.
            _masks[i] = MaskOf(line);
            _isMinor[i] = IsMinor(_codes[i], _days[i]);
            first = Math.Min(first, _days[i]);
            last = Math.Max(last, _days[i]);
        }

        TakeHistory(claim, first, last);
        for (int i = 0; i < count; i++)
        {
            Pairs(claim, i, count, ref tally);
            UnitsOf(claim, i, count, ref tally);
            if (_visits.Contains(_codes[i]))
            {
                Visit(claim, i, count, ref tally);
            }
        }

        return tally;
    }

    private void TakeHistory(Claim claim, int first, int last)
    {
        // SOURCE: history comes sorted by date, as the claim model asks.
        int low = 0;
        int high = claim.History.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (claim.History[middle].Line.From!.Value.DayNumber < first) // Made with dates.
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        _historyCount = 0;
        bool replaces = claim.OriginalClaimId is not null;
        for (; low < claim.History.Length && claim.History[low].Line.From!.Value.DayNumber <= last; low++) // Made with dates.
        {
            HistoryLine line = claim.History[low];
            if (line.ClaimType == ClaimType.Professional && line.Status is LineStatus.Paid or LineStatus.Adjusted
                && line.ClaimType == claim.Type && !(replaces && string.Equals(line.ClaimId, claim.OriginalClaimId, StringComparison.Ordinal)))
            {
                _history[_historyCount++] = line;
            }
        }
    }

    private void Pairs(Claim claim, int b, int count, ref Tally tally)
    {
        bool denied = false;
        bool bypassed = false;
        for (int a = 0; a < count; a++)
        {
            if (a != b && _days[a] == _days[b] && string.Equals(_npis[a], _npis[b], StringComparison.Ordinal))
            {
                Pair(claim, _codes[a], _masks[a], b, ref denied, ref bypassed);
            }
        }

        for (int h = 0; h < _historyCount; h++)
        {
            ServiceLine line = _history[h].Line;
            if (line.From!.Value.DayNumber == _days[b] && string.Equals(line.Rendering!.Npi, _npis[b], StringComparison.Ordinal)) // Made with both.
            {
                Pair(claim, line.Procedure.Packed, -1, b, ref denied, ref bypassed, line);
            }
        }

        if (denied || bypassed)
        {
            tally.Add(0, claim.Lines[b].Number, isActive: denied);
        }
    }

    private void Pair(Claim claim, ulong code, int mask, int b, ref bool denied, ref bool bypassed, ServiceLine? line = null)
    {
        int row = _world.Pairs.FindRow([code, _codes[b]], _days[b]);
        if (row < 0)
        {
            return;
        }

        _world.Pairs.TryGetNumber(row, _indicatorColumn, out EditEngine.Numbers.Rational number);
        int indicator = (int)number.Numerator;
        if (indicator == 9)
        {
            return;
        }

        mask = mask < 0 ? MaskOf(line!) : mask; // Given for history.
        bool excused = indicator == 1 && ((_masks[b] & 3) != 0 || (mask & 1) != 0 || ((mask & 2) != 0 && claim.ProcessedDate >= new DateOnly(2019, 7, 1)));
        bypassed |= excused;
        denied |= !excused;
    }

    private void UnitsOf(Claim claim, int i, int count, ref Tally tally)
    {
        int row = _world.Units.FindRow([_codes[i], _practitioner], _days[i]);
        if (row < 0)
        {
            return;
        }

        _world.Units.TryGetNumber(row, _maiColumn, out EditEngine.Numbers.Rational mai);
        _world.Units.TryGetNumber(row, _valueColumn, out EditEngine.Numbers.Rational value);
        ServiceLine line = claim.Lines[i];
        decimal limit = (long)value.Numerator;
        if (mai.Numerator == 1)
        {
            if (line.Units > limit * DaysOf(line))
            {
                tally.Add(1, line.Number, isActive: true);
            }

            return;
        }

        if (DaysOf(line) != 1)
        {
            return;
        }

        decimal sum = 0;
        for (int other = 0; other < count; other++)
        {
            if (_codes[other] == _codes[i] && _days[other] == _days[i] && DaysOf(claim.Lines[other]) == 1 && string.Equals(_npis[other], _npis[i], StringComparison.Ordinal))
            {
                sum += claim.Lines[other].Units ?? 0;
            }
        }

        for (int h = 0; h < _historyCount; h++)
        {
            ServiceLine paid = _history[h].Line;
            if (paid.Procedure.Packed == _codes[i] && paid.From!.Value.DayNumber == _days[i] && DaysOf(paid) == 1 && string.Equals(paid.Rendering!.Npi, _npis[i], StringComparison.Ordinal)) // Made with both.
            {
                sum += _history[h].PaidUnits ?? 0;
            }
        }

        if (sum > limit)
        {
            tally.Add(2, line.Number, isActive: true);
        }
    }

    private void Visit(Claim claim, int v, int count, ref Tally tally)
    {
        Provider own = (claim.Lines[v].Rendering ?? claim.Rendering)!; // Made with a rendering provider.
        bool found = false;
        for (int m = 0; m < count && !found; m++)
        {
            found = _isMinor[m] && _days[m] == _days[v] && (claim.Lines[m].Rendering ?? claim.Rendering)!.Specialty == own.Specialty; // As above.
        }

        for (int h = 0; h < _historyCount && !found; h++)
        {
            HistoryLine line = _history[h];
            found = line.Line.From!.Value.DayNumber == _days[v] && IsMinor(line.Line.Procedure.Packed, _days[v]) // Made with dates.
                && string.Equals(line.Billing!.TaxId, claim.Billing!.TaxId, StringComparison.Ordinal) && line.Line.Rendering!.Specialty == own.Specialty; // Made with both.
        }

        if (!found)
        {
            return;
        }

        if ((_masks[v] & 4) == 0)
        {
            tally.Add(3, claim.Lines[v].Number, isActive: true);
        }
        else if (string.Equals(claim.Contract, "C-778", StringComparison.Ordinal) && !PointsAtZ(claim, claim.Lines[v]))
        {
            tally.Add(4, claim.Lines[v].Number, isActive: true);
        }
    }

    private bool IsMinor(ulong code, int day)
    {
        int row = _world.Globals.FindRow([code], day);
        return row >= 0 && _world.Globals.GetText(row, _globalColumn) is "000" or "010";
    }

    private int MaskOf(ServiceLine line)
    {
        int mask = 0;
        foreach (Code modifier in line.Modifiers)
        {
            mask |= _modifiers.GetValueOrDefault(modifier.Packed);
        }

        return mask;
    }

    private static bool PointsAtZ(Claim claim, ServiceLine line)
    {
        foreach (int pointer in line.DiagnosisPointers)
        {
            if (claim.Diagnoses[pointer - 1].Code.ToString().StartsWith('Z'))
            {
                return true;
            }
        }

        return false;
    }

    private static int DaysOf(ServiceLine line) => (line.Through ?? line.From)!.Value.DayNumber - line.From!.Value.DayNumber + 1; // Made with dates.

    private static ulong Packed(string modifier) => Code.From(CodeSystem.Modifier, modifier).Packed;
}
