using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using EditEngine.Claims;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.Json;

/// <summary>Reads one claim's text into the rows of a batch, where it is plain: members that many claims have, each once and right, in texts without escapes.</summary>
/// <remarks>
/// Of anything else, a slip or what is merely rare, it says false and leaves the batch as it was; <see cref="ClaimJson"/> reads such a text, and tells. So no problem is told in two places. One a thread.
/// </remarks>
internal sealed class JsonRows
{
    /// <summary>Places of a line's providers stand behind those of the claim's.</summary>
    public const int OfLine = 64;

    private const int Roles = 2 * OfLine;

    private readonly ExpectedNames _claim = new(PlainClaim.Names);
    private readonly ExpectedNames _line = new(PlainLine.Names);
    private readonly ExpectedNames _patient = new(PlainPatient.Names);
    private readonly ExpectedNames _provider = new(PlainProvider.Names);
    private readonly ExpectedNames _diagnosis = new(PlainDiagnosis.Names);
    private readonly ExpectedNames _procedure = new(PlainProcedure.Names);
    private readonly ExpectedNames _occurrence = new(PlainOccurrence.Names);
    private readonly ExpectedNames _value = new(PlainValue.Names);
    private readonly ExpectedNames _drug = new(PlainDrug.Names);
    private readonly ExpectedNames _tooth = new(PlainTooth.Names);
    private readonly ExpectedNames _otherPayer = new(PlainOtherPayer.Names);
    private readonly ExpectedNames _adjustment = new(PlainAdjustment.Names);
    private (ulong Text, int Day) _lastDay;
    private readonly KeptProvider[] _kept = new KeptProvider[Roles];

    /// <summary>Where rows go.</summary>
    public ClaimBatch Batch { get; private set; } = null!; // Set before a text is read.

    /// <summary>Reads into a batch from here on.</summary>
    public void Begin(ClaimBatch batch)
    {
        Batch = batch;
        ForgetProviders();
    }

    /// <summary>Adds a claim and its entry.</summary>
    /// <param name="text">Its bytes, not kept.</param>
    /// <param name="line">Line of the file on which it begins.</param>
    /// <returns>False, and nothing is added, where it is not plain.</returns>
    public bool TryRead(ReadOnlySpan<byte> text, long line)
    {
        BatchMark mark = Batch.Mark();
        WholeClaim claim = default;
        JsonScan scan = new(text);
        if (line > int.MaxValue || !Utf8.IsValid(text) || !TryObject<WholeClaim, PlainClaim>(ref scan, _claim, ref claim) || scan.Next() != 0 || !scan.Rest.IsEmpty)
        {
            Batch.CutTo(mark);
            ForgetProviders();
            return false;
        }

        (claim.Claim.Number, claim.Claim.Conforms) = ((int)line, true);
        claim.Claim.Detail = claim.HasDetail ? Batch.ClaimDetails.Add(claim.Detail) : 0;
        Batch.AddEntry(Batch.Claims.Add(claim.Claim));
        return true;
    }

    private bool TryObject<TRow, TShape>(ref JsonScan scan, ExpectedNames names, ref TRow row)
        where TRow : struct
        where TShape : struct, IRowShape<TRow>
    {
        ulong seen = 0;
        int member = -1;
        while (names.TryTake(ref scan, ref member))
        {
            ulong bit = 1UL << member;
            if ((seen & bit) != 0 || !(scan.TryNull() || TShape.TryMember(this, member, ref scan, ref row)))
            {
                return false;
            }

            seen |= bit;
        }

        return member >= 0 && TShape.IsWhole(row) && scan.Take('}');
    }

    private bool TryList<TRow, TShape>(ref JsonScan scan, ExpectedNames names, RowTable<TRow> table, ref RowRange list)
        where TRow : unmanaged
        where TShape : struct, IRowShape<TRow>
    {
        if (!scan.Take('['))
        {
            return false;
        }

        if (scan.Take(']'))
        {
            list = RowRange.Empty;
            return true;
        }

        int first = table.Next;
        do
        {
            TRow row = default;
            if (!TryObject<TRow, TShape>(ref scan, names, ref row))
            {
                return false;
            }

            table.Add(row);
        }
        while (scan.Take(','));

        list = new RowRange(first, table.Next - first);
        return scan.Take(']');
    }

    public bool TryLines(ref JsonScan scan, ref RowRange lines)
    {
        if (!scan.Take('['))
        {
            return false;
        }

        int first = Batch.Lines.Next;
        int number = 0;
        WholeLine line = default;
        do
        {
            line.Line = default;
            if (line.HasDetail)
            {
                (line.Detail, line.HasDetail) = (default, false);
            }

            if (!TryObject<WholeLine, PlainLine>(ref scan, _line, ref line) || line.Line.Number <= number)
            {
                return false;
            }

            number = line.Line.Number;
            line.Line.Detail = line.HasDetail ? Batch.LineDetails.Add(line.Detail) : 0;
            Batch.Lines.Add(line.Line);
        }
        while (scan.Take(','));

        lines = new RowRange(first, Batch.Lines.Next - first);
        return lines.Count <= PlainValues.MostLines && scan.Take(']');
    }

    public bool TryProcedures(ref JsonScan scan, ref RowRange list) => TryList<ProcedureRow, PlainProcedure>(ref scan, _procedure, Batch.Procedures, ref list);

    public bool TryOccurrences(ref JsonScan scan, ref RowRange list) => TryList<OccurrenceRow, PlainOccurrence>(ref scan, _occurrence, Batch.Occurrences, ref list);

    public bool TryValues(ref JsonScan scan, ref RowRange list) => TryList<ValueRow, PlainValue>(ref scan, _value, Batch.Values, ref list);

    public bool TryTeeth(ref JsonScan scan, ref RowRange list) => TryList<ToothRow, PlainTooth>(ref scan, _tooth, Batch.Teeth, ref list);

    public bool TryAdjustments(ref JsonScan scan, ref RowRange list) => TryList<AdjustmentRow, PlainAdjustment>(ref scan, _adjustment, Batch.Adjustments, ref list);

    public bool TryDiagnoses(ref JsonScan scan, ref RowRange list) => TryList<DiagnosisRow, PlainDiagnosis>(ref scan, _diagnosis, Batch.Diagnoses, ref list);

    public bool TryOtherPayers(ref JsonScan scan, ref RowRange list) => TryList<OtherPayerRow, PlainOtherPayer>(ref scan, _otherPayer, Batch.OtherPayers, ref list);

    public bool TryDrug(ref JsonScan scan, ref LineDetailRow detail)
    {
        detail.HasDrug = true;
        return TryObject<LineDetailRow, PlainDrug>(ref scan, _drug, ref detail);
    }

    public bool TryPatient(ref JsonScan scan, ref WholeClaim claim)
    {
        claim.Claim.Patient.IsGiven = true;
        return TryObject<WholeClaim, PlainPatient>(ref scan, _patient, ref claim);
    }

    public bool TryProvider(ref JsonScan scan, ref int row, int role)
    {
        scan.Next();
        ref KeptProvider kept = ref _kept[role];
        ReadOnlySpan<byte> rest = scan.Rest;
        if (kept.Row != 0 && rest.StartsWith(kept.Text.AsSpan(0, kept.Length)))
        {
            scan.Pass(kept.Length);
            row = kept.Row;
            return true;
        }

        int start = scan.At;
        ProviderRow provider = default;
        if (!TryObject<ProviderRow, PlainProvider>(ref scan, _provider, ref provider))
        {
            return false;
        }

        row = Batch.Providers.Add(provider);
        kept.Keep(rest[..(scan.At - start)], row);
        return true;
    }

    // A text that says something: what may be blank is looked at by others.
    public bool TryText(ref JsonScan scan, ref RowText to)
    {
        if (!scan.TryText(out ReadOnlySpan<byte> text) || text.IsEmpty || text[0] is <= (byte)' ' or >= 0x7F)
        {
            return false;
        }

        to = Batch.Text(text);
        return true;
    }

    public bool TryWordText(ref JsonScan scan, ImmutableArray<string> words, ref RowText to)
    {
        if (!scan.TryText(out ReadOnlySpan<byte> text))
        {
            return false;
        }

        foreach (string word in words)
        {
            if (Ascii.Equals(text, word))
            {
                to = Batch.Text(text);
                return true;
            }
        }

        return false;
    }

    public bool TryNotes(ref JsonScan scan, ref RowRange list)
    {
        int first = Batch.Notes.Next;
        if (!scan.Take('['))
        {
            return false;
        }

        do
        {
            if (!scan.TryText(out ReadOnlySpan<byte> text))
            {
                return false;
            }

            Batch.Notes.Add(Batch.Text(text));
        }
        while (scan.Take(','));

        list = new RowRange(first, Batch.Notes.Next - first);
        return scan.Take(']');
    }

    public bool TryPointers(ref JsonScan scan, ref RowRange list)
    {
        int first = Batch.Pointers.Next;
        if (!scan.Take('['))
        {
            return false;
        }

        if (scan.Take(']'))
        {
            list = RowRange.Empty;
            return true;
        }

        do
        {
            int pointer = 0;
            if (!scan.TryWhole(ref pointer))
            {
                return false;
            }

            Batch.Pointers.Add(pointer);
        }
        while (scan.Take(','));

        list = new RowRange(first, Batch.Pointers.Next - first);
        return scan.Take(']');
    }

    // Lines of a claim mostly are of one day, whose last eight signs tell it from those of the same thousand years.
    public bool TryServiceDay(ref JsonScan scan, ref int to)
    {
        if (!scan.TryText(out ReadOnlySpan<byte> text) || text.Length != 10 || text[0] != '2' || text[1] != '0')
        {
            return text.Length == 10 && JsonTimes.TryDate(text, out DateOnly other) && (to = PlainFacts.Of(other)) != PlainFacts.NoDay;
        }

        ulong signs = BinaryPrimitives.ReadUInt64LittleEndian(text[2..]);
        if (signs == _lastDay.Text)
        {
            to = _lastDay.Day;
            return true;
        }

        if (!JsonTimes.TryDate(text, out DateOnly date))
        {
            return false;
        }

        to = PlainFacts.Of(date);
        _lastDay = (signs, to);
        return true;
    }

    // Rows of providers are others from here on.
    private void ForgetProviders()
    {
        foreach (ref KeptProvider kept in _kept.AsSpan())
        {
            kept.Row = 0;
        }
    }

    /// <summary>The provider that a role had last: claims of one practice come together, and say the same of it in the same bytes.</summary>
    private struct KeptProvider
    {
        public byte[]? Text;
        public int Length;
        public int Row;

        public void Keep(ReadOnlySpan<byte> text, int row)
        {
            if (Text is null || Text.Length < text.Length)
            {
                Text = new byte[text.Length * 2];
            }

            text.CopyTo(Text);
            (Length, Row) = (text.Length, row);
        }
    }
}
