using System.Collections.Immutable;

namespace EditEngine.Formats.Cms.Layouts;

/// <summary>The layouts of the files that CMS and others publish.</summary>
internal static class PublishedLayouts
{
    public static ImmutableArray<Layout> All { get; } =
    [
        .. Icd10.All, .. Hcpcs.All, .. NcciAddOn.All, .. CodeEditor.All, .. PhysicianFees.All, .. DrugPrices.All, .. LaboratoryFees.All, .. SurgeryCenters.All,
        .. CodeLists.All, .. Coverage.All, .. Places.All,
    ];
}
