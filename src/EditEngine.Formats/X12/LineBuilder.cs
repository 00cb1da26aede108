using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Formats.X12;

/// <summary>The service line that is read: its record, filled member by member, and the lists that grow beside it.</summary>
internal sealed class LineBuilder
{
    // INVARIANT: filled only while its loop is open, as that of a claim.
    private ServiceLine _line = Blank();
    private DrugIdentification? _drug;

    /// <summary>The record, for its members.</summary>
    public OpenRecord Record => new(_line, Index);

    /// <summary>Its drug, for its members; the line has it where <see cref="HasDrug"/>.</summary>
    public OpenRecord Drug => new(_drug ??= new DrugIdentification(), Index);

    /// <summary>Its position on the claim, from 0. Outside of lines that of the last, or 0.</summary>
    public int Index { get; set; }

    public bool IsOpen { get; set; }

    /// <summary>Whether its service segment was read.</summary>
    public bool HasService { get; set; }

    public int Number { get => _line.Number; set => _line._number = value; }

    /// <summary>Whether the drug is named by its NDC.</summary>
    public bool HasDrug { get; set; }

    public List<Code> Modifiers { get; } = [];

    public List<int> DiagnosisPointers { get; } = [];

    public List<TreatedTooth> Teeth { get; } = [];

    public List<Code> Areas { get; } = [];

    public List<Code> Surfaces { get; } = [];

    public List<Code> AmbulanceConditions { get; } = [];

    public List<DecisionBuilder> OtherPayers { get; } = [];

    /// <summary>Begins the next line.</summary>
    public void Begin(int index, int number)
    {
        (_line, _drug) = (Blank(), null);
        (Index, Number, IsOpen, HasService, HasDrug) = (index, number, true, false, false);
        Modifiers.Clear();
        DiagnosisPointers.Clear();
        Teeth.Clear();
        Areas.Clear();
        Surfaces.Clear();
        AmbulanceConditions.Clear();
        OtherPayers.Clear();
    }

    /// <summary>Takes the provider of a loop of the line.</summary>
    public void Take(Role role, Provider provider)
    {
        switch (role)
        {
            case Role.LineRendering:
                _line._rendering = provider;
                break;
            case Role.LineOrdering:
                _line._ordering = provider;
                break;
            case Role.LineReferring:
                _line._referring = provider;
                break;
            case Role.LineSupervising:
                _line._supervising = provider;
                break;
            case Role.LineOperating:
                _line._operating = provider;
                break;
            case Role.LineFacility:
                _line._facility = provider;
                break;
            default:
                break;
        }
    }

    /// <summary>Keeps days and times of service.</summary>
    public void Take(in SentPeriod service) =>
        (_line._from, _line._through, _line._startTime, _line._endTime) = (service.From, service.Through, service.Start, service.End);

    /// <summary>The line, with what it takes from its claim where it says nothing itself.</summary>
    /// <param name="type">The claim form: an institutional line carries no pointers.</param>
    /// <param name="place">The claim's place of service.</param>
    /// <param name="dates">The claim's dates of service.</param>
    public ServiceLine Build(ClaimType type, Code place, SentPeriod dates)
    {
        ServiceLine line = _line;
        if (line.From is null)
        {
            (line._from, line._through) = (dates.From, dates.Through);
        }

        line._placeOfService = line.PlaceOfService.IsMissing ? place : line.PlaceOfService;
        line._modifiers = [.. Modifiers];
        line._diagnosisPointers = type == ClaimType.Institutional && DiagnosisPointers.Count == 0 ? default : [.. DiagnosisPointers];
        line._ndc = HasDrug ? _drug : null;
        line._teeth = Several(Teeth);
        line._areas = Several(Areas);
        line._surfaces = [.. Surfaces];
        line._ambulanceConditions = [.. AmbulanceConditions];
        line._otherPayers = DecisionBuilder.Build(OtherPayers);
        return line;
    }

    // One alone stands by itself, and needs no list.
    private static ImmutableArray<T> Several<T>(List<T> things) => things.Count > 1 ? [.. things] : [];

    private static ServiceLine Blank() => new() { Number = 0 };
}
