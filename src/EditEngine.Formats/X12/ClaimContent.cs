using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Formats.X12;

/// <summary>Reads the meaning of segments, by the role of their loop, into claims.</summary>
/// <remarks>Where several segments say the same thing of a claim, the first counts.</remarks>
internal sealed partial class ClaimContent(ProblemLog problems, SourceMapBuilder places)
{
    private ClaimType _type;
    private Delimiters _delimiters;
    private string? _loop;
    private readonly ClaimDraft _claim = new();
    private ProviderDraft? _provider;
    private bool _hasWrongSeparator;
    private DateOnly? _made;
    private bool _hasDateAhead;

    /// <summary>Id of the claim that is open, or null where it has none.</summary>
    public string? ClaimId => _claim.Id.Length > 0 ? _claim.Id : null;

    /// <summary>Begins a transaction.</summary>
    public void Begin(ClaimType type, in Delimiters delimiters)
    {
        _type = type;
        _delimiters = delimiters;
        _made = null;
        BeginHierarchy();
    }

    /// <summary>Forgets what was read of a level that ends.</summary>
    public void Open(Level level)
    {
        _provider = null;
        _lineIndex = 0;
        OpenHierarchy(level);
        if (level == Level.Claim)
        {
            _claim.Clear();
            _hasWrongSeparator = _hasDateAhead = false;
            OpenClaim();
        }
    }

    /// <summary>Reads one segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="rule">The loop it opens or belongs to.</param>
    /// <param name="opens">Whether it opens the loop.</param>
    public void Read(in Segment segment, LoopRule rule, bool opens)
    {
        _loop = rule.PlaceId;
        switch (rule.Role)
        {
            case Role.None:
                break;
            case Role.Transaction or Role.BillingLevel or Role.SubscriberLevel or Role.PatientLevel:
                ReadLevel(segment, rule.Role);
                break;
            case Role.Subscriber or Role.Payer or Role.Patient:
                ReadPerson(segment, rule.Role);
                break;
            case Role.Claim:
                ReadClaim(segment);
                break;
            case Role.OtherPayer or Role.OtherPayerName:
                ReadOtherPayer(segment);
                break;
            case Role.Line:
                ReadLine(segment, opens);
                break;
            case Role.Drug:
                ReadDrug(segment);
                break;
            case Role.Decision:
                ReadDecision(segment);
                break;
            default:
                ReadProvider(segment, rule.Role, opens);
                break;
        }
    }

    /// <summary>The claim that is open, complete.</summary>
    public Claim Finish() => _claim.Build(_type, _billing, _subscriber, _dependent, _payer);

    /// <summary>Ends the claim that is open: its last line, and what only its whole tells.</summary>
    public void EndClaim()
    {
        EndLine();
        if (_accident is not null && !_hasAccidentDate)
        {
            problems.Report(X12Diagnostics.AccidentDate(_accident));
        }

        if (_firstOtherDiagnosis is not null && !_hasPrincipal)
        {
            problems.Report(X12Diagnostics.NoPrincipal(_firstOtherDiagnosis, _firstOtherQualifier));
        }
    }

    private void Mark(in Segment segment, string path, int element, int component = 0, int first = 0, int second = 0) =>
        places.Mark(segment, _loop, path, element, component, first, second);

    private Code ReadCode(in Segment segment, CodeSystem system, string path, int element, int first = 0)
    {
        ReadOnlySpan<byte> text = segment[element];
        if (text.IsEmpty)
        {
            return default;
        }

        Mark(segment, path, element, 0, first);
        return Code.From(system, text);
    }

    private string? ReadText(in Segment segment, string path, int element, int first = 0)
    {
        ReadOnlySpan<byte> text = segment[element].Trim((byte)' ');
        if (text.IsEmpty)
        {
            return null;
        }

        Mark(segment, path, element, 0, first);
        return TextOf(text);
    }

    private long? ReadCents(in Segment segment, string path, int element, int first = 0, int second = 0)
    {
        ReadOnlySpan<byte> text = segment[element];
        if (text.IsEmpty)
        {
            return null;
        }

        Mark(segment, path, element, 0, first, second);
        long? cents = Values.Cents(text);
        if (cents is null && Values.IsNumber(text))
        {
            problems.Report(X12Diagnostics.PartOfCent(problems.Place(segment, _loop, element), SentText.Value(text)));
        }

        return cents;
    }

    private decimal? ReadNumber(in Segment segment, string path, int element, int first = 0, int second = 0)
    {
        ReadOnlySpan<byte> text = segment[element];
        if (text.IsEmpty)
        {
            return null;
        }

        Mark(segment, path, element, 0, first, second);
        return Values.Number(text);
    }

    /// <summary>The value of a DTP segment that the claim keeps; a fault where it is no date.</summary>
    private SentPeriod ReadPeriod(in Segment segment, string path, int first = 0, int second = 0)
    {
        Mark(segment, path, 3, 0, first, second);
        if (!SentPeriod.TryRead(segment[2], segment[3], out SentPeriod period) && !segment[3].IsEmpty)
        {
            problems.Report(X12Diagnostics.BadDate(problems.Place(segment, _loop, 3), SentText.Value(segment[3]), SentText.Value(segment[2])));
        }

        return period;
    }

    /// <summary>As <see cref="ReadPeriod"/>, for days on which services were given. One that lies ahead is told once a claim.</summary>
    private SentPeriod ReadServicePeriod(in Segment segment, string path, int first = 0)
    {
        SentPeriod period = ReadPeriod(segment, path, first);
        if (!_hasDateAhead && (period.Through ?? period.From) > _made)
        {
            _hasDateAhead = true;
            problems.Report(X12Diagnostics.DateAhead(problems.Place(segment, _loop, 3), SentText.Value(segment[3]), _made.Value));
        }

        return period;
    }

    /// <summary>The value of a DTP segment that the claim does not keep.</summary>
    private void CheckPeriod(in Segment segment)
    {
        if (!SentPeriod.TryRead(segment[2], segment[3], out _) && !segment[3].IsEmpty)
        {
            problems.Report(X12Diagnostics.UnreadDate(problems.Place(segment, _loop, 3), SentText.Value(segment[2])));
        }
    }

    /// <summary>True where an element that must have components can be taken apart. Once a claim shows another separator than declared, none can.</summary>
    private bool HasComponents(in Segment segment, int element)
    {
        ReadOnlySpan<byte> text = segment[element];
        if (_hasWrongSeparator)
        {
            return false;
        }

        int used = text.IndexOfAny(Delimiters.UsualComponents);
        if (used < 0 || segment.IsComposite(element))
        {
            return true;
        }

        _hasWrongSeparator = true;
        problems.Report(X12Diagnostics.WrongSeparator(
            problems.Place(segment, _loop, element), (char)text[used], (char)_delimiters.Component));
        return false;
    }

    /// <summary>Codes are read without points and hyphens, but they are not sent with them.</summary>
    private void CheckSigns(in Segment segment, int element, int? component, ReadOnlySpan<byte> code)
    {
        if (code.IndexOfAny((byte)'.', (byte)'-') >= 0)
        {
            problems.Report(X12Diagnostics.SignsInCode(problems.Place(segment, _loop, element, component), SentText.Value(code)));
        }
    }

    private static bool Is(ReadOnlySpan<byte> element, ReadOnlySpan<byte> value) => element.SequenceEqual(value);

    private static string TextOf(ReadOnlySpan<byte> text) => System.Text.Encoding.UTF8.GetString(text);
}
