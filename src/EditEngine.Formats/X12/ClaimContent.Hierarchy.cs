using EditEngine.Codes;

namespace EditEngine.Formats.X12;

/// <summary>Transaction header, billing provider, subscriber, payer and dependent.</summary>
internal sealed partial class ClaimContent
{
    private readonly string[] _levelNumbers = new string[3];
    private ProviderDraft? _billing;
    private Code _billingTaxonomy;
    private PersonDraft _subscriber = new();
    private PersonDraft? _dependent;
    private string? _payer;
    private int _levelCount;

    private void BeginHierarchy()
    {
        _levelCount = 0;
        Array.Fill(_levelNumbers, "");
        OpenHierarchy(Level.Billing);
    }

    private void OpenHierarchy(Level level)
    {
        switch (level)
        {
            case Level.Billing:
                (_billing, _billingTaxonomy) = (null, default);
                OpenHierarchy(Level.Subscriber);
                break;
            case Level.Subscriber:
                (_subscriber, _dependent, _payer) = (new PersonDraft(), null, null);
                break;
            case Level.Patient:
                _dependent = new PersonDraft();
                break;
            default:
                break;
        }
    }

    private void ReadLevel(in Segment segment, Role role)
    {
        switch (segment.Id)
        {
            case SegmentId.Bht:
                ReadBeginning(segment);
                break;
            case SegmentId.Hl:
                ReadHierarchyNumbers(segment, role);
                break;
            case SegmentId.Prv when role == Role.BillingLevel && _billingTaxonomy.IsMissing:
                _billingTaxonomy = ReadCode(segment, CodeSystem.Taxonomy, "billing.taxonomy", 3);
                break;
            default:
                break;
        }
    }

    private void ReadBeginning(in Segment segment)
    {
        _made = Values.TryDate(segment[4], out DateOnly day) ? day : null;
        if (!Is(segment[1], "0019"u8) && !segment[1].IsEmpty)
        {
            problems.Report(X12Diagnostics.BadStructure(problems.Place(segment, _loop, 1), SentText.Value(segment[1])));
        }
    }

    private void ReadHierarchyNumbers(in Segment segment, Role role)
    {
        _levelCount++;
        string number = Show.Plain(segment[1]);
        bool isInSequence = Values.WholeNumber(segment[1]) is not int seen || seen == _levelCount;
        if (!isInSequence)
        {
            problems.Report(X12Diagnostics.HierarchyNumber(problems.Place(segment, _loop, 1), SentText.Value(segment[1]), _levelCount));
            _levelCount = Values.WholeNumber(segment[1]) ?? _levelCount;
        }

        // Where a file's numbers do not count, that of the parent tells nothing either: the order of the levels does.
        int depth = role switch { Role.BillingLevel => 0, Role.SubscriberLevel => 1, _ => 2 };
        _levelNumbers[depth] = number;
        if (isInSequence && depth > 0 && _levelNumbers[depth - 1] is string parent && Show.Plain(segment[2]) != parent)
        {
            problems.Report(X12Diagnostics.Parent(problems.Place(segment, _loop, 2), SentText.Value(segment[2]), SentText.Value(parent)));
        }
    }

    private void ReadPerson(in Segment segment, Role role)
    {
        PersonDraft person = role == Role.Patient ? _dependent ??= new PersonDraft() : _subscriber;
        switch (segment.Id)
        {
            case SegmentId.Nm1 when role == Role.Payer:
                // The id is what payers are told apart by; a name is written in many ways.
                _payer = ReadText(segment, "payer", 9) ?? ReadText(segment, "payer", 3);
                break;
            case SegmentId.Nm1:
                person.MemberId ??= ReadText(segment, "patient.memberId", 9);
                break;
            case SegmentId.Dmg:
                ReadDemographics(segment, person);
                break;
            default:
                break;
        }
    }

    private void ReadDemographics(in Segment segment, PersonDraft person)
    {
        if (SentPeriod.TryRead(segment[1], segment[2], out SentPeriod birth))
        {
            Mark(segment, "patient.birthDate", 2);
            person.BirthDate = birth.From;
        }
        else if (!segment[2].IsEmpty)
        {
            problems.Report(X12Diagnostics.UnreadDate(problems.Place(segment, _loop, 2), SentText.Value(segment[1])));
        }

        person.Sex = segment[3] switch
        {
            [(byte)'F'] => "F",
            [(byte)'M'] => "M",
            [(byte)'U'] => "U",
            _ => null,
        };
        if (!segment[3].IsEmpty)
        {
            Mark(segment, "patient.sex", 3);
            if (person.Sex is null)
            {
                problems.Report(X12Diagnostics.SexNotKept(problems.Place(segment, _loop, 3)));
            }
        }
    }

    private void ReadProvider(in Segment segment, Role role, bool opens)
    {
        if (opens)
        {
            _provider = BeginProvider(role);
        }

        if (_provider is not ProviderDraft provider)
        {
            return;
        }

        switch (segment.Id)
        {
            case SegmentId.Nm1:
                Mark(segment, provider.Paths.Self, 1, 0, _lineIndex);
                ReadProviderNumber(segment, provider);
                break;
            case SegmentId.Prv when provider.Taxonomy.IsMissing:
                provider.Taxonomy = ReadCode(segment, CodeSystem.Taxonomy, provider.Paths.Taxonomy, 3, _lineIndex);
                break;
            case SegmentId.N3 when role == Role.Billing && IsPostOfficeBox(segment[1]):
                problems.Report(X12Diagnostics.PostOfficeBox(problems.Place(segment, _loop, 1)));
                break;
            case SegmentId.N4:
                provider.State = ReadText(segment, provider.Paths.State, 2, _lineIndex);
                break;
            case SegmentId.Ref when Is(segment[1], "EI"u8) || Is(segment[1], "SY"u8):
                provider.TaxId ??= ReadText(segment, provider.Paths.TaxId, 2, _lineIndex);
                break;
            default:
                break;
        }
    }

    /// <summary>P.O. BOX 12, PO BOX 12 and the like.</summary>
    private static bool IsPostOfficeBox(ReadOnlySpan<byte> street)
    {
        int matched = 0;
        foreach (byte sign in street)
        {
            if (sign is (byte)'.' or (byte)' ')
            {
                continue;
            }

            if ((sign & ~0x20) != "POBOX"u8[matched])
            {
                return false;
            }

            if (++matched == "POBOX"u8.Length)
            {
                return true;
            }
        }

        return false;
    }

    private void ReadProviderNumber(in Segment segment, ProviderDraft provider)
    {
        if (Is(segment[8], "XX"u8))
        {
            provider.Npi = ReadText(segment, provider.Paths.Npi, 9, _lineIndex);
        }
        else if (Is(segment[8], "24"u8) || Is(segment[8], "34"u8))
        {
            provider.TaxId = ReadText(segment, provider.Paths.TaxId, 9, _lineIndex);
        }
    }

    private ProviderDraft? BeginProvider(Role role)
    {
        if (ProviderPaths.Of(role) is not ProviderPaths paths)
        {
            return null;
        }

        ProviderDraft provider = new(paths);
        switch (role)
        {
            case Role.Billing:
                provider.Taxonomy = _billingTaxonomy;
                _billing = provider;
                break;
            case Role.LineRendering:
                _line.Rendering = provider;
                break;
            case Role.LineOrdering:
                _line.Ordering = provider;
                break;
            default:
                _claim.Providers[role] = provider;
                break;
        }

        return provider;
    }
}
