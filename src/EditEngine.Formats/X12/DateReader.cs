namespace EditEngine.Formats.X12;

/// <summary>Reads DTP segments: their format in the second element, their value in the third.</summary>
internal sealed class DateReader(ElementReader elements)
{
    private const int FormatElement = 2;
    private const int ValueElement = 3;

    private DateOnly? _made;
    private bool _hasDateAhead;

    /// <summary>Begins a transaction, of a day that is not known yet.</summary>
    public void Begin() => _made = null;

    /// <summary>The day on which the transaction was made, from its BHT segment.</summary>
    public void MadeOn(DateOnly? day) => _made = day;

    /// <summary>The day on which the transaction was made; null where it says none.</summary>
    public DateOnly? Made => _made;

    /// <summary>Begins a claim.</summary>
    public void BeginClaim() => _hasDateAhead = false;

    /// <summary>Keeps the day of a segment.</summary>
    public void Keep(in Segment segment, in OpenRecord record, SentMember<DateOnly?> member) =>
        member.Set(record, Read(segment, member.Path, record.First, record.Second).From);

    /// <summary>Days on which services were given. One that lies ahead is told once a claim.</summary>
    public SentPeriod ReadService(in Segment segment, SentMember<DateOnly?> member, int first = 0)
    {
        SentPeriod period = Read(segment, member.Path, first, 0);
        if (!_hasDateAhead && (period.Through ?? period.From) > _made)
        {
            _hasDateAhead = true;
            elements.Report(X12ElementDiagnostics.DateAhead(elements.Place(segment, ValueElement), SentText.Value(segment[ValueElement]), _made.Value));
        }

        return period;
    }

    /// <summary>The value of a segment that the claim does not keep.</summary>
    public void Check(in Segment segment)
    {
        if (!SentPeriod.TryRead(segment[FormatElement], segment[ValueElement], out _) && !segment[ValueElement].IsEmpty)
        {
            elements.ReportOfGuide(X12ElementDiagnostics.UnreadDate(elements.Place(segment, ValueElement), SentText.Value(segment[FormatElement])));
        }
    }

    private SentPeriod Read(in Segment segment, string path, int first, int second)
    {
        elements.Mark(segment, path, ValueElement, 0, first, second);
        if (!SentPeriod.TryRead(segment[FormatElement], segment[ValueElement], out SentPeriod period) && !segment[ValueElement].IsEmpty)
        {
            elements.Report(X12ElementDiagnostics.BadDate(
                elements.Place(segment, ValueElement), SentText.Value(segment[ValueElement]), SentText.Value(segment[FormatElement])));
        }

        return period;
    }
}
