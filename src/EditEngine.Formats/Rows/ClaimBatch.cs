using EditEngine.Claims;
using EditEngine.Diagnostics;
using EditEngine.Formats.X12;

namespace EditEngine.Formats.Rows;

/// <summary>One thing that a batch gives: a claim in rows, or one that was read piece by piece because something about it was not plainly good.</summary>
/// <param name="Row">The number of its row; 0 where it has none.</param>
/// <param name="Read">The claim that has no row.</param>
internal readonly record struct BatchEntry(int Row, ReadClaim? Read);

/// <summary>Claims as rows of tables that are used again batch after batch. What was made of them stays good when the batch is filled anew.</summary>
/// <remarks>Filled by one thread, then read by any; not both at once.</remarks>
internal sealed class ClaimBatch
{
    private const int Few = 16;
    private const int Many = 128;

    private readonly List<BatchEntry> _entries = [];
    private RowClaims? _made;

    /// <summary>Where a claim of a row begins.</summary>
    /// <param name="row">The row.</param>
    public delegate Place RowPlace(in ClaimRow row);

    /// <summary>Tells where claims begin; set by who fills the batch.</summary>
    public RowPlace PlaceOf { get; set; } = static (in ClaimRow row) => new X12Place("", row.Offset, row.Number, "CLM", null, null, null);

    /// <summary>What it gives, in the order of the file.</summary>
    public IReadOnlyList<BatchEntry> Entries => _entries;

    public RowTable<ClaimRow> Claims { get; } = new(Many);

    public RowTable<ClaimDetailRow> ClaimDetails { get; } = new(Few);

    public RowTable<ServiceLineRow> Lines { get; } = new(4 * Many);

    public RowTable<LineDetailRow> LineDetails { get; } = new(Few);

    public RowTable<ProviderRow> Providers { get; } = new(Many);

    public RowTable<DiagnosisRow> Diagnoses { get; } = new(4 * Many);

    public RowTable<ProcedureRow> Procedures { get; } = new(Few);

    public RowTable<OccurrenceRow> Occurrences { get; } = new(Few);

    public RowTable<ValueRow> Values { get; } = new(Few);

    public RowTable<ToothRow> Teeth { get; } = new(Few);

    public RowTable<OtherPayerRow> OtherPayers { get; } = new(Few);

    public RowTable<AdjustmentRow> Adjustments { get; } = new(Few);

    /// <summary>Packed codes of all lists of codes but those that have a table of their own.</summary>
    public RowTable<ulong> Codes { get; } = new(4 * Many);

    /// <summary>Attachments: those of lines are their claim's, so that they stand between codes of other lists.</summary>
    public RowTable<ulong> Attachments { get; } = new(Few);

    public RowTable<ulong> MissingTeeth { get; } = new(Few);

    public RowTable<RowText> Notes { get; } = new(Few);

    /// <summary>Positions of diagnoses, from 1.</summary>
    public RowTable<int> Pointers { get; } = new(4 * Many);

    /// <summary>What the texts of rows are ranges of.</summary>
    public RowTable<byte> Bytes { get; } = new(64 * Many);

    /// <summary>What claims were read of, where the places of their values are asked for.</summary>
    public RowTable<ClaimSourceRow> Sources { get; } = new(Few);

    public RowTable<StretchRow> Stretches { get; } = new(Few);

    /// <summary>Bytes of segments, as they were sent.</summary>
    public RowTable<byte> Sent { get; } = new(Few);

    /// <summary>The transactions that <see cref="Sources"/> speak of.</summary>
    public List<SentTransaction> Transactions { get; } = [];

    /// <summary>Adds a text.</summary>
    public RowText Text(ReadOnlySpan<byte> bytes) => new(Bytes.AddRange(bytes), bytes.Length);

    /// <summary>The bytes of a text.</summary>
    public ReadOnlySpan<byte> BytesOf(RowText text) => Bytes.Of(new RowRange(text.Start, text.Length));

    /// <summary>Gives a claim of rows.</summary>
    public void AddEntry(int row) => _entries.Add(new BatchEntry(row, null));

    /// <summary>Gives a claim that was read piece by piece.</summary>
    public void AddEntry(ReadClaim read) => _entries.Add(new BatchEntry(0, read));

    /// <summary>Gives another claim in the place of an entry: the same with more to say of it.</summary>
    public void ReplaceEntry(int entry, ReadClaim read) => _entries[entry] = new BatchEntry(0, read);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _entries.Clear();
        Transactions.Clear();
        CutTo(BatchMark.Beginning);
        _made = null;
    }

    /// <summary>What an entry gives. Records that several claims share are the same object for each.</summary>
    /// <param name="entry">Its position in <see cref="Entries"/>.</param>
    public ReadClaim Read(int entry)
    {
        BatchEntry given = _entries[entry];
        return given.Read ?? (_made ??= new RowClaims(this)).Read(given.Row);
    }

    /// <summary>What a row gives.</summary>
    /// <param name="row">The row.</param>
    /// <param name="claim">The claim that was made of it.</param>
    public ReadClaim Read(int row, Claim claim) => (_made ??= new RowClaims(this)).Read(row, claim);

    /// <summary>The claim of a row, complete and immutable.</summary>
    public Claim ToClaim(int row) => (_made ??= new RowClaims(this)).Make(row);

    /// <summary>The place of a transaction among those of the batch.</summary>
    public int NumberOf(SentTransaction transaction)
    {
        if (Transactions.Count == 0 || Transactions[^1] != transaction)
        {
            Transactions.Add(transaction);
        }

        return Transactions.Count - 1;
    }

    /// <summary>Where a claim of rows was sent; null where no one asked.</summary>
    public SentClaim? SentOf(int row) => Claims[row].Source == 0 ? null : SentClaim.Of(this, Sources[Claims[row].Source]);

    /// <summary>The transaction of a claim of rows, under the same condition.</summary>
    public X12Envelope? TransactionOf(int row) => Claims[row].Source == 0 ? null : Transactions[Sources[Claims[row].Source].Transaction].Envelope;

    /// <summary>The claim of a row, for who keeps nothing of it: good until the next is made in the same room.</summary>
    public Claim ToClaim(int row, ClaimRoom room) => (_made ??= new RowClaims(this)).Make(row, room);

    /// <summary>Where all tables end, to come back to.</summary>
    public BatchMark Mark()
    {
        MarkTo(out BatchMark mark);
        return mark;
    }

    /// <summary>As <see cref="Mark"/>, written where it is kept.</summary>
    public void MarkTo(out BatchMark mark)
    {
        mark.Claims = Claims.Next;
        mark.ClaimDetails = ClaimDetails.Next;
        mark.Lines = Lines.Next;
        mark.LineDetails = LineDetails.Next;
        mark.Providers = Providers.Next;
        mark.Diagnoses = Diagnoses.Next;
        mark.Procedures = Procedures.Next;
        mark.Occurrences = Occurrences.Next;
        mark.Values = Values.Next;
        mark.Teeth = Teeth.Next;
        mark.OtherPayers = OtherPayers.Next;
        mark.Adjustments = Adjustments.Next;
        mark.Codes = Codes.Next;
        mark.Attachments = Attachments.Next;
        mark.MissingTeeth = MissingTeeth.Next;
        mark.Notes = Notes.Next;
        mark.Pointers = Pointers.Next;
        mark.Bytes = Bytes.Next;
        mark.Sources = Sources.Next;
        mark.Stretches = Stretches.Next;
        mark.Sent = Sent.Next;
    }

    /// <summary>Takes back what was added behind a mark; entries stay.</summary>
    public void CutTo(in BatchMark mark)
    {
        Claims.CutTo(mark.Claims);
        ClaimDetails.CutTo(mark.ClaimDetails);
        Lines.CutTo(mark.Lines);
        LineDetails.CutTo(mark.LineDetails);
        Providers.CutTo(mark.Providers);
        Diagnoses.CutTo(mark.Diagnoses);
        Procedures.CutTo(mark.Procedures);
        Occurrences.CutTo(mark.Occurrences);
        Values.CutTo(mark.Values);
        Teeth.CutTo(mark.Teeth);
        OtherPayers.CutTo(mark.OtherPayers);
        Adjustments.CutTo(mark.Adjustments);
        Codes.CutTo(mark.Codes);
        Attachments.CutTo(mark.Attachments);
        MissingTeeth.CutTo(mark.MissingTeeth);
        Notes.CutTo(mark.Notes);
        Pointers.CutTo(mark.Pointers);
        Bytes.CutTo(mark.Bytes);
        Sources.CutTo(mark.Sources);
        Stretches.CutTo(mark.Stretches);
        Sent.CutTo(mark.Sent);
    }
}

/// <summary>Where the tables of a batch ended.</summary>
internal record struct BatchMark
{
    public int Claims;
    public int ClaimDetails;
    public int Lines;
    public int LineDetails;
    public int Providers;
    public int Diagnoses;
    public int Procedures;
    public int Occurrences;
    public int Values;
    public int Teeth;
    public int OtherPayers;
    public int Adjustments;
    public int Codes;
    public int Attachments;
    public int MissingTeeth;
    public int Notes;
    public int Pointers;
    public int Bytes;
    public int Sources;
    public int Stretches;
    public int Sent;

    /// <summary>Of a batch with nothing in it.</summary>
    public static BatchMark Beginning { get; } = new ClaimBatch().Mark();
}
