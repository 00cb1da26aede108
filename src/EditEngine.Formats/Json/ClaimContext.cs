using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Json;

/// <summary>What is known while one claim is read: where in it the reading is, and what was wrong. Used again for the next claim.</summary>
internal sealed class ClaimContext(string file, JsonPieces pieces)
{
    private const int MostShown = 20;

    private readonly List<Diagnostic> _problems = [];
    private readonly List<(string? Name, int Index)> _path = [];

    /// <summary>Id of the claim, as soon as it was read.</summary>
    public string? ClaimId { get; set; }

    /// <summary>All problems until now, shown or not.</summary>
    public int ProblemCount { get; private set; }

    /// <summary>True once one of them is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Numbers of the claim's lines until now.</summary>
    public HashSet<int> LineNumbers { get; } = [];

    /// <summary>The whole claim, as a place.</summary>
    public JsonPlace ClaimPlace => new(file, pieces.Line, null, null);

    /// <summary>Forgets the claim before.</summary>
    public ClaimContext StartOver()
    {
        ClaimId = null;
        ProblemCount = 0;
        HasErrors = false;
        _problems.Clear();
        _path.Clear();
        LineNumbers.Clear();
        return this;
    }

    /// <summary>Steps into an object or list.</summary>
    public void Enter() => _path.Add((null, -1));

    /// <summary>Steps out.</summary>
    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Now at a member of the object entered last.</summary>
    public void AtMember(string? name) => _path[^1] = (name, -1);

    /// <summary>Now at an item of the list entered last.</summary>
    public void AtItem(int index) => _path[^1] = (null, index);

    /// <summary>Counts an error at a byte of the claim's text. True: it will be shown, so make it and <see cref="Add"/> it.</summary>
    /// <remarks>Counting stands apart from making: a hostile claim with a million problems costs no million messages.</remarks>
    public bool TryFault(long offset, string? member, [NotNullWhen(true)] out JsonPlace? place)
    {
        HasErrors = true;
        return TryWarn(offset, member, out place);
    }

    /// <summary>Counts a warning, as <see cref="TryFault"/> does an error.</summary>
    public bool TryWarn(long offset, string? member, [NotNullWhen(true)] out JsonPlace? place)
    {
        ProblemCount++;
        place = _problems.Count < MostShown ? pieces.PlaceAt(file, offset, PathTo(member)) : null;
        return place is not null;
    }

    /// <summary>Keeps a problem.</summary>
    public void Add(Diagnostic problem) => _problems.Add(problem);

    /// <summary>What is wrong with the claim, in the order found.</summary>
    public ImmutableArray<Diagnostic> Problems()
    {
        if (ProblemCount > _problems.Count)
        {
            _problems.Add(JsonDiagnostics.MoreProblems(ClaimPlace, ProblemCount - _problems.Count));
        }

        return [.. _problems];
    }

    private string? PathTo(string? member)
    {
        StringBuilder text = new();
        foreach ((string? name, int index) in _path)
        {
            if (index >= 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            }
            else if (name is not null)
            {
                text.Append(text.Length == 0 ? "" : ".").Append(name);
            }
        }

        if (member is not null)
        {
            text.Append(text.Length == 0 ? "" : ".").Append(member);
        }

        return text.Length == 0 ? null : text.ToString();
    }
}
