using System.Text;

namespace EditEngine.Formats.Json;

/// <summary>The names of one kind of object, in the order in which they came last: a program writes the members of all its objects in one order, and then a name is one comparison.</summary>
/// <remarks>One a thread.</remarks>
internal sealed class ExpectedNames
{
    private readonly MemberNames _names;
    private readonly byte[][] _quoted; // with quotes and colon
    private readonly int[] _following; // the name that came behind each, at 0 behind none

    public ExpectedNames(MemberNames names)
    {
        _names = names;
        _quoted = [.. names.All.ToArray().Select(name => Encoding.UTF8.GetBytes($"\"{name}\":"))];
        _following = [.. Enumerable.Range(0, _quoted.Length + 1).Select(behind => Math.Min(behind, _quoted.Length - 1))];
    }

    /// <summary>Takes a name and its colon.</summary>
    /// <param name="scan">Where it is.</param>
    /// <param name="member">Index of the name; before: of the one before, or -1.</param>
    /// <returns>False where no such name is there.</returns>
    public bool TryTake(ref JsonScan scan, ref int member)
    {
        int behind = member + 1;
        int expected = _following[behind];
        scan.Next();
        if (scan.Rest.StartsWith(_quoted[expected]))
        {
            scan.Pass(_quoted[expected].Length);
            member = expected;
            return true;
        }

        if (!scan.TryText(out ReadOnlySpan<byte> name) || _names.Find(name) is not (>= 0 and int found) || !scan.Take(':'))
        {
            return false;
        }

        _following[behind] = found;
        member = found;
        return true;
    }
}
