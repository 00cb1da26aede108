using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>Transaction header, levels, subscriber, payer and dependent.</summary>
internal sealed partial class HierarchySegments(ReadingContext context)
{
    private readonly ElementReader _elements = context.Elements;
    private readonly string[] _levelNumbers = new string[3];
    private Code _billingTaxonomy;
    private Patient _subscriber = new();
    private Patient? _dependent;
    private X12Place? _withoutPatient;
    private bool _hasNoPatients;
    private bool _isSelf;
    private bool _hasAddress;
    private bool _hasDemographics;
    private int _levelCount;

    /// <summary>The billing provider of the level.</summary>
    public Provider? Billing { get; private set; }

    /// <summary>The payer of the subscriber.</summary>
    public string? Payer { get; private set; }

    /// <summary>The dependent, else the subscriber. Dependents have no number of their own in 005010: the subscriber's covers them.</summary>
    public Patient Patient => _dependent is not { MemberId: null } ? _dependent ?? _subscriber : _dependent with { MemberId = _subscriber.MemberId };

    /// <summary>Begins a transaction.</summary>
    public void Begin()
    {
        _levelCount = 0;
        (_withoutPatient, _hasNoPatients) = (null, false);
        Array.Fill(_levelNumbers, "");
        Open(Level.Billing);
    }

    /// <summary>Forgets what was read of a level that ends.</summary>
    public void Open(Level level)
    {
        switch (level)
        {
            case Level.Billing:
                (Billing, _billingTaxonomy) = (null, default);
                Open(Level.Subscriber);
                break;
            case Level.Subscriber:
                (_subscriber, _dependent, Payer) = (new Patient(), null, null);
                (_isSelf, _hasAddress, _hasDemographics) = (false, false, false);
                break;
            case Level.Patient:
                _dependent = new Patient();
                break;
            default:
                break;
        }
    }

    /// <summary>A billing provider, with the taxonomy of its level; the same object for each of its claims.</summary>
    public Provider BeginBilling() => Billing = new Provider { Taxonomy = _billingTaxonomy };

    public void ReadLevel(in Segment segment, Role role)
    {
        switch (segment.Id)
        {
            case SegmentId.Bht:
                ReadBeginning(segment);
                break;
            case SegmentId.Hl:
                ReadNumbers(segment, role);
                break;
            case SegmentId.Sbr when role == Role.SubscriberLevel:
                _isSelf = ElementReader.Is(segment[2], "18"u8);
                break;
            case SegmentId.Prv when role == Role.BillingLevel && _billingTaxonomy.IsMissing:
                _billingTaxonomy = _elements.ReadCode(segment, CodeSystem.Taxonomy, "billing.taxonomy", 3);
                break;
            default:
                break;
        }
    }

    public void ReadPerson(in Segment segment, Role role)
    {
        OpenRecord person = new(role == Role.Patient ? _dependent ??= new Patient() : _subscriber);
        switch (segment.Id)
        {
            case SegmentId.Nm1 when role == Role.Payer:
                // The id is what payers are told apart by; a name is written in many ways.
                Payer = _elements.ReadText(segment, ClaimMembers.Payer, 9) ?? _elements.ReadText(segment, ClaimMembers.Payer, 3);
                break;
            case SegmentId.Nm1:
                _elements.KeepFirst(segment, person, PatientMembers.MemberId, 9);
                break;
            case SegmentId.N4 when role == Role.Subscriber:
                _hasAddress = true;
                break;
            case SegmentId.Dmg:
                _hasDemographics |= role == Role.Subscriber;
                ReadDemographics(segment, person);
                break;
            default:
                break;
        }
    }

    /// <summary>Reports what the subscriber lacks who is the patient of the claim that begins: where it is not, none of it needs to be there.</summary>
    public void CheckPatient(in Segment claim)
    {
        if (!_isSelf || _dependent is not null)
        {
            return;
        }

        if (!_hasAddress)
        {
            _elements.ReportOfGuide(X12SegmentDiagnostics.PatientSegmentMissing(_elements.Place(claim), "N4"));
        }

        if (!_hasDemographics)
        {
            _elements.ReportOfGuide(X12SegmentDiagnostics.PatientSegmentMissing(_elements.Place(claim), "DMG"));
        }
    }

    private void ReadBeginning(in Segment segment)
    {
        context.Dates.MadeOn(Values.TryDate(segment[4], out DateOnly day) ? day : null);
        if (!ElementReader.Is(segment[1], "0019"u8) && !segment[1].IsEmpty)
        {
            _elements.Report(X12Diagnostics.BadStructure(_elements.Place(segment, 1), SentText.Value(segment[1])));
        }
    }

    /// <summary>Ends a transaction, or the levels of a subscriber.</summary>
    public void EndSubscriber()
    {
        if (_withoutPatient is not null)
        {
            _elements.ReportOfFile(X12SegmentDiagnostics.ChildrenMissing(_withoutPatient));
        }

        (_withoutPatient, _hasNoPatients) = (null, false);
    }

    /// <summary>HL04 says whether levels follow within: 1, or 0.</summary>
    private void ReadChildCode(in Segment segment, Role role)
    {
        if (role != Role.PatientLevel)
        {
            EndSubscriber();
            bool isSubscriber = role == Role.SubscriberLevel;
            _withoutPatient = isSubscriber && ElementReader.Is(segment[4], "1"u8) ? _elements.Place(segment, 4) : null;
            _hasNoPatients = isSubscriber && ElementReader.Is(segment[4], "0"u8);
            return;
        }

        _withoutPatient = null;
        if (_hasNoPatients)
        {
            _elements.ReportOfGuide(X12SegmentDiagnostics.ChildrenDenied(_elements.Place(segment, 2)));
        }
    }

    private void ReadNumbers(in Segment segment, Role role)
    {
        ReadChildCode(segment, role);
        _levelCount++;
        string number = Show.Plain(segment[1]);
        bool isInSequence = Values.WholeNumber(segment[1]) == _levelCount || segment[1].IsEmpty;
        if (!isInSequence)
        {
            _elements.ReportOfGuide(X12SegmentDiagnostics.HierarchyNumber(_elements.Place(segment, 1), SentText.Value(segment[1]), _levelCount));
            _levelCount = Values.WholeNumber(segment[1]) ?? _levelCount;
        }

        // Where a file's numbers do not count, that of the parent tells nothing either: the order of the levels does.
        int depth = role switch { Role.BillingLevel => 0, Role.SubscriberLevel => 1, _ => 2 };
        _levelNumbers[depth] = number;
        if (isInSequence && depth > 0 && _levelNumbers[depth - 1] is string parent && Show.Plain(segment[2]) != parent)
        {
            _elements.Report(X12SegmentDiagnostics.Parent(_elements.Place(segment, 2), SentText.Value(segment[2]), SentText.Value(parent)));
        }
    }

    private void ReadDemographics(in Segment segment, in OpenRecord person)
    {
        if (SentPeriod.TryRead(segment[1], segment[2], out SentPeriod birth))
        {
            _elements.Keep(segment, person, PatientMembers.BirthDate, birth.From, 2);
        }
        else if (!segment[2].IsEmpty)
        {
            _elements.ReportOfGuide(X12ElementDiagnostics.UnreadDate(_elements.Place(segment, 2), SentText.Value(segment[1])));
        }

        string? sex = segment[3] switch
        {
            [(byte)'F'] => "F",
            [(byte)'M'] => "M",
            [(byte)'U'] => "U",
            _ => null,
        };
        if (segment[3].IsEmpty)
        {
            PatientMembers.Sex.Set(person, null);
            return;
        }

        _elements.Keep(segment, person, PatientMembers.Sex, sex, 3);
        if (sex is null)
        {
            _elements.Report(X12ElementDiagnostics.SexNotKept(_elements.Place(segment, 3)));
        }
    }
}
