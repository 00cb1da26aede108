using EditEngine.Claims;

namespace EditEngine.Formats.X12;

/// <summary>Loops that name a provider, of the billing level, the claim (2310) or a line (2420).</summary>
internal sealed class ProviderSegments(ReadingContext context, HierarchySegments hierarchy)
{
    private readonly ElementReader _elements = context.Elements;
    private Provider? _provider;
    private ProviderMembers? _members;

    /// <summary>Leaves the loop of the provider that was read last.</summary>
    public void Leave() => _provider = null;

    public void Read(in Segment segment, Role role, bool opens)
    {
        if (opens)
        {
            _members = ProviderMembers.Of(role);
            _provider = _members is null ? null : Begin(role);
        }

        if (_provider is null || _members is not ProviderMembers members)
        {
            return;
        }

        OpenRecord provider = new(_provider, context.Line.Index);
        switch (segment.Id)
        {
            case SegmentId.Nm1:
                _elements.Mark(segment, members.Self, 1, 0, provider.First);
                ReadNumber(segment, provider, members);
                break;
            case SegmentId.Prv when _provider.Taxonomy.IsMissing:
                _elements.Keep(segment, provider, members.Taxonomy, 3);
                break;
            case SegmentId.N3 when role == Role.Billing && IsPostOfficeBox(segment[1]):
                _elements.Report(X12ElementDiagnostics.PostOfficeBox(_elements.Place(segment, 1)));
                break;
            case SegmentId.N4:
                _elements.Keep(segment, provider, members.State, 2);
                _elements.Keep(segment, provider, members.Zip, 3);
                _elements.Keep(segment, provider, members.Country, 4);
                break;
            case SegmentId.Ref when ElementReader.Is(segment[1], "EI"u8) || ElementReader.Is(segment[1], "SY"u8):
                _elements.KeepFirst(segment, provider, members.TaxId, 2);
                break;
            default:
                break;
        }
    }

    private Provider Begin(Role role)
    {
        if (role == Role.Billing)
        {
            return hierarchy.BeginBilling();
        }

        Provider provider = new();
        switch (role)
        {
            case Role.LineRendering or Role.LineOrdering or Role.LineReferring or Role.LineSupervising or Role.LineOperating or Role.LineFacility:
                context.Line.Take(role, provider);
                break;
            default:
                context.Claim.Take(role, provider);
                break;
        }

        return provider;
    }

    private void ReadNumber(in Segment segment, in OpenRecord provider, ProviderMembers members)
    {
        if (ElementReader.Is(segment[8], "XX"u8))
        {
            _elements.Keep(segment, provider, members.Npi, 9);
        }
        else if (ElementReader.Is(segment[8], "24"u8) || ElementReader.Is(segment[8], "34"u8))
        {
            _elements.Keep(segment, provider, members.TaxId, 9);
        }
    }

    /// <summary>P.O. BOX 12, PO BOX 12 and the like.</summary>
    public static bool IsPostOfficeBox(ReadOnlySpan<byte> street)
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
}
