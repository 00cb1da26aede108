using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Json;

/// <summary>What is known while one claim, or one result, is read: where in it the reading is, and what was wrong. Used again for the next.</summary>
/// <param name="thing">What is read, as problems name it.</param>
internal sealed class JsonContext(string thing)
{
    private const int MostShown = 20;

    // Line numbers of a claim that the schema allows are fewer; a set that a hostile one made large is not kept.
    private const int MostKept = 1000;

    private readonly List<Diagnostic> _problems = [];
    private string _file = "";
    private long _line;
    private long _column;

    /// <summary>What is read, as problems name it.</summary>
    public string Thing { get; } = thing;

    /// <summary>Id of the claim, as soon as it was read.</summary>
    public string? ClaimId { get; set; }

    /// <summary>All problems until now, shown or not.</summary>
    public int ProblemCount { get; private set; }

    /// <summary>True once one of them is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Numbers of the claim's lines until now.</summary>
    public HashSet<int> LineNumbers { get; private set; } = [];

    /// <summary>The whole claim, as a place.</summary>
    public JsonPlace WholePlace => new(_file, _line, null, null);

    /// <summary>Forgets the claim before.</summary>
    /// <param name="file">The name that places show.</param>
    /// <param name="line">Line of the file on which the claim begins, from 1.</param>
    /// <param name="column">Bytes of that line before it.</param>
    public void StartOver(string file, long line = 1, long column = 0)
    {
        (_file, _line, _column) = (file, line, column);
        ClaimId = null;
        ProblemCount = 0;
        HasErrors = false;
        _problems.Clear();
        if (LineNumbers.Count > MostKept)
        {
            LineNumbers = [];
        }

        LineNumbers.Clear();
    }

    /// <summary>Counts an error at a byte of the claim's text. True: it will be shown, so make it and <see cref="Add"/> it.</summary>
    /// <remarks>Counting stands apart from making: a hostile claim with a million problems costs no million messages.</remarks>
    public bool TryFault(ReadOnlySpan<byte> text, long offset, string? member, [NotNullWhen(true)] out JsonPlace? place)
    {
        // The first error is shown however many warnings came before it: without one, no one could see why the claim is bad.
        bool isFirst = !HasErrors;
        HasErrors = true;
        return TryCount(text, offset, member, isFirst, out place);
    }

    /// <summary>As <see cref="TryFault"/>, in a text that cannot be walked through.</summary>
    public bool TryFaultInBytes(ReadOnlySpan<byte> text, long offset, [NotNullWhen(true)] out JsonPlace? place)
    {
        HasErrors = true;
        ProblemCount++;
        place = PlaceAt(text, offset, null);
        return true;
    }

    /// <summary>Counts a warning, as <see cref="TryFault"/> does an error.</summary>
    public bool TryWarn(ReadOnlySpan<byte> text, long offset, string? member, [NotNullWhen(true)] out JsonPlace? place) =>
        TryCount(text, offset, member, isShown: false, out place);

    /// <summary>Keeps a problem.</summary>
    public void Add(Diagnostic problem) => _problems.Add(problem);

    /// <summary>What is wrong with the claim, in the order found.</summary>
    public ImmutableArray<Diagnostic> Problems()
    {
        if (ProblemCount > _problems.Count)
        {
            _problems.Add(JsonDiagnostics.MoreProblems(WholePlace, ProblemCount - _problems.Count, Thing));
        }

        return _problems.Count == 0 ? [] : [.. _problems];
    }

    private bool TryCount(ReadOnlySpan<byte> text, long offset, string? member, bool isShown, [NotNullWhen(true)] out JsonPlace? place)
    {
        ProblemCount++;
        place = isShown || _problems.Count < MostShown ? PlaceAt(text, offset, JsonPath.To(text, offset, member)) : null;
        return place is not null;
    }

    private JsonPlace PlaceAt(ReadOnlySpan<byte> text, long offset, string? path)
    {
        ReadOnlySpan<byte> before = text[..(int)Math.Clamp(offset, 0, text.Length)];
        int lastBreak = before.LastIndexOf((byte)'\n');
        return lastBreak < 0
            ? new JsonPlace(_file, _line, _column + before.Length + 1, path)
            : new JsonPlace(_file, _line + before.Count((byte)'\n'), before.Length - lastBreak, path);
    }
}
