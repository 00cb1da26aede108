using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Diagnostics;

namespace EditEngine.Claims;

/// <summary>What is wrong with a claim, each thing with its place.</summary>
internal sealed class ClaimProblems
{
    private readonly ImmutableArray<Diagnostic>.Builder _all = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly Stack<string> _paths = new();

    /// <summary>In the order found.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => _all.ToImmutable();

    /// <summary>Goes into a member, or an item of a list.</summary>
    public void Enter(string member, int index = -1) => _paths.Push(PathOf(member, index) + ".");

    /// <summary>Goes back to where the member is.</summary>
    public void Leave() => _paths.Pop();

    /// <summary>The place of a member, or of an item of a list, here.</summary>
    public ClaimPlace At(string member, int index = -1) => new(PathOf(member, index));

    /// <summary>Adds one.</summary>
    public void Add(Diagnostic problem) => _all.Add(problem);

    private string PathOf(string member, int index)
    {
        string path = (_paths.TryPeek(out string? before) ? before : "") + member;
        return index < 0 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
    }
}
