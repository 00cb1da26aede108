using EditEngine.Diagnostics;

namespace EditEngine.Workbench.Panes;

/// <summary>Something to report, as the page shows it.</summary>
/// <param name="Severity">Its weight.</param>
/// <param name="Id">EDITnnnn.</param>
/// <param name="Place">In words.</param>
/// <param name="Path">The member of the claim, as <c>lines[0].units</c>; null for others.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="Fits">What fits there.</param>
/// <param name="Help">How to mend it.</param>
internal sealed record ShownProblem(Severity Severity, string Id, string? Place, string? Path, string Seen, string? Fits, string? Help)
{
    /// <summary>A diagnostic.</summary>
    /// <param name="problem">It.</param>
    /// <param name="name">What the page calls a file.</param>
    public static ShownProblem Of(Diagnostic problem, Func<string, string> name) => new(
        problem.Severity, problem.Id, Named(problem.Place, name)?.ToString(), problem.Place switch { JsonPlace place => place.Path, ClaimPlace place => place.Path, _ => null }, problem.Seen, problem.Fits, problem.Help);

    /// <summary>A place with the name that the page has for its file.</summary>
    public static Place? Named(Place? place, Func<string, string> name) => place switch
    {
        JsonPlace json => json with { File = name(json.File) },
        X12Place segment => segment with { File = name(segment.File) },
        FilePlace file => file with { Name = name(file.Name) },
        _ => place,
    };
}
