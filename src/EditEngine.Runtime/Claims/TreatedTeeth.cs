using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Claims;

/// <summary>Teeth and areas of a line, however it says them: in a list, or the one that stands by itself.</summary>
internal static class TreatedTeeth
{
    /// <summary>How many teeth.</summary>
    public static int CountOf(ServiceLine line) => Count(line._teeth.IsDefault ? 0 : line._teeth.Length, line._tooth);

    /// <summary>How many areas.</summary>
    public static int CountOfAreas(ServiceLine line) => Count(line._areas.IsDefault ? 0 : line._areas.Length, line._quadrant);

    /// <summary>The tooth at a position from 0, of as many as there are.</summary>
    public static Code At(ServiceLine line, int index) => line._teeth.IsDefaultOrEmpty ? line._tooth : line._teeth[index]._tooth;

    /// <summary>The area at a position from 0, of as many as there are.</summary>
    public static Code AreaAt(ServiceLine line, int index) => line._areas.IsDefaultOrEmpty ? line._quadrant : line._areas[index];

    /// <summary>The tooth that stands by itself, else the first.</summary>
    public static Code First(ServiceLine line) => line._tooth.IsMissing && CountOf(line) > 0 ? At(line, 0) : line._tooth;

    /// <summary>The area that stands by itself, else the first.</summary>
    public static Code FirstArea(ServiceLine line) => line._quadrant.IsMissing && CountOfAreas(line) > 0 ? AreaAt(line, 0) : line._quadrant;

    /// <summary>The surfaces of a line; where it has none by themselves, those of its teeth, each once.</summary>
    public static ImmutableArray<Code> SurfacesOf(ServiceLine line) =>
        line._surfaces.IsDefaultOrEmpty && !line._teeth.IsDefaultOrEmpty ? [.. line._teeth.SelectMany(tooth => tooth.Surfaces.IsDefault ? [] : tooth.Surfaces.AsEnumerable()).Distinct()] : line._surfaces;

    /// <summary>All teeth in order.</summary>
    public static IEnumerable<Code> CodesOf(ServiceLine line) => Enumerable.Range(0, CountOf(line)).Select(index => At(line, index));

    /// <summary>All areas in order.</summary>
    public static IEnumerable<Code> AreasOf(ServiceLine line) => Enumerable.Range(0, CountOfAreas(line)).Select(index => AreaAt(line, index));

    /// <summary>What a line keeps of teeth without surfaces: the list, and the first by itself.</summary>
    public static (ImmutableArray<TreatedTooth> Teeth, Code First) Of(ImmutableArray<Code> teeth) =>
        teeth.IsDefaultOrEmpty ? ([], default) : ([.. teeth.Select(tooth => new TreatedTooth { Tooth = tooth })], teeth[0]);

    private static int Count(int listed, in Code alone) => listed > 0 ? listed : alone.IsMissing ? 0 : 1;
}
