using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Formats.X12;

/// <summary>A provider while its segments pass.</summary>
internal sealed class ProviderDraft(ProviderPaths paths)
{
    private Provider? _built;

    public string? Npi { get; set; }

    public string? TaxId { get; set; }

    public Code Taxonomy { get; set; }

    public string? State { get; set; }

    /// <summary>Paths of the claim member it becomes, and of what is in it.</summary>
    public ProviderPaths Paths { get; } = paths;

    /// <summary>The provider; the same object for each claim of one billing provider.</summary>
    public Provider Build() => _built ??= new Provider { Npi = Npi, TaxId = TaxId, Taxonomy = Taxonomy, State = State };
}

/// <summary>What another payer decided, while its segments pass.</summary>
internal sealed class DecisionDraft
{
    private readonly List<Adjustment> _adjustments = [];
    private readonly List<Code> _modifiers = [];

    public string? Payer { get; set; }

    public string? Order { get; set; }

    public string? FilingIndicator { get; set; }

    public long? PaidAmountCents { get; set; }

    public decimal? PaidUnits { get; set; }

    public Code Procedure { get; set; }

    public DateOnly? DecisionDate { get; set; }

    public List<Code> Modifiers => _modifiers;

    public List<Adjustment> Adjustments => _adjustments;

    /// <summary>All of a list.</summary>
    public static ImmutableArray<OtherPayer> Build(List<DecisionDraft> drafts) => drafts.Count == 0 ? [] : [.. drafts.Select(draft => draft.Build())];

    private OtherPayer Build() => new()
    {
        Payer = Payer,
        Order = Order,
        FilingIndicator = FilingIndicator,
        PaidAmountCents = PaidAmountCents,
        PaidUnits = PaidUnits,
        Procedure = Procedure,
        Modifiers = [.. _modifiers],
        DecisionDate = DecisionDate,
        Adjustments = [.. _adjustments],
    };
}

/// <summary>The subscriber or the dependent patient, while the segments pass.</summary>
internal sealed class PersonDraft
{
    public string? MemberId { get; set; }

    public DateOnly? BirthDate { get; set; }

    public string? Sex { get; set; }
}

/// <summary>Paths of one provider of a claim.</summary>
internal sealed class ProviderPaths(string self)
{
    public string Self { get; } = self;

    public string Npi { get; } = self + ".npi";

    public string TaxId { get; } = self + ".taxId";

    public string Taxonomy { get; } = self + ".taxonomy";

    public string State { get; } = self + ".state";

    /// <summary>The paths of the provider that a role makes, or null for a role that makes none.</summary>
    public static ProviderPaths? Of(Role role) => ByRole[(int)role];

    private static readonly ProviderPaths?[] ByRole = MakeAll();

    private static ProviderPaths?[] MakeAll()
    {
        ProviderPaths?[] paths = new ProviderPaths?[(int)Role.Decision + 1];
        foreach (Role role in (ReadOnlySpan<Role>)[Role.Billing, Role.Referring, Role.Rendering, Role.Facility, Role.Supervising, Role.Attending, Role.Operating])
        {
            paths[(int)role] = new ProviderPaths(role.ToString().ToLowerInvariant());
        }

        paths[(int)Role.LineRendering] = new ProviderPaths("lines[].rendering");
        paths[(int)Role.LineOrdering] = new ProviderPaths("lines[].ordering");
        return paths;
    }
}
