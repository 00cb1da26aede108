using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace EditEngine.Formats.Json;

/// <summary>The names of one kind of object, in the order in which they came last: a program writes the members of all its objects in one order, and then a name, with the sign before it and the colon behind, is one comparison.</summary>
/// <remarks>Two names are kept for each place: members that not all objects have come and go. One a thread.</remarks>
internal sealed class ExpectedNames
{
    private readonly MemberNames _names;
    private readonly ExpectedName[] _first; // as the first member
    private readonly ExpectedName[] _later; // as another
    private readonly Following[] _following; // the names that came behind each, at 0 behind none

    public ExpectedNames(MemberNames names)
    {
        _names = names;
        _first = [.. names.All.ToArray().Select((name, member) => new ExpectedName('{', name, member))];
        _later = [.. names.All.ToArray().Select((name, member) => new ExpectedName(',', name, member))];
        _following = [.. Enumerable.Range(0, _first.Length + 1).Select(behind => new Following { Last = Expected(behind, Math.Min(behind, _first.Length - 1)) })];
    }

    /// <summary>Takes the sign before a member, its name and its colon.</summary>
    /// <param name="scan">Where it is.</param>
    /// <param name="member">Index of the name; before: of the one before, or -1. At the end of the object it stays; where something else is there, it is -1.</param>
    /// <returns>False where no such name is there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(ref JsonScan scan, ref int member)
    {
        ref readonly Following following = ref _following[member + 1];
        if (scan.TryPass(following.Last))
        {
            member = following.Last.Member;
            return true;
        }

        if (scan.TryPass(following.Before))
        {
            member = following.Before.Member;
            return true;
        }

        return TryTakeOther(ref scan, ref member);
    }

    private bool TryTakeOther(ref JsonScan scan, ref int member)
    {
        if (!scan.Take(member < 0 ? '{' : ','))
        {
            return false;
        }

        if (!scan.TryText(out ReadOnlySpan<byte> name) || _names.Find(name) is not (>= 0 and int found) || !scan.Take(':'))
        {
            member = -1;
            return false;
        }

        ref Following following = ref _following[member + 1];
        if (found != following.Last.Member)
        {
            (following.Last, following.Before) = (Expected(member + 1, found), following.Last);
        }

        member = found;
        return true;
    }

    private ExpectedName Expected(int behind, int member) => behind == 0 ? _first[member] : _later[member];

    private struct Following
    {
        public ExpectedName Last;
        public ExpectedName Before;
    }
}

/// <summary>The bytes of a name as programs write it: the sign before it, its quotes and its colon, without blanks.</summary>
internal readonly struct ExpectedName
{
    private readonly Vector256<byte> _bytes;
    private readonly Vector256<byte> _matter;

    /// <param name="before">The sign before it.</param>
    /// <param name="name">The name.</param>
    /// <param name="member">Its index.</param>
    public ExpectedName(char before, string name, int member)
    {
        byte[] bytes = Encoding.UTF8.GetBytes($"{before}\"{name}\":");
        Span<byte> all = stackalloc byte[Vector256<byte>.Count];
        if (bytes.Length > all.Length)
        {
            throw new FormatException("A name is longer than what is compared.");
        }

        all.Clear();
        bytes.CopyTo(all);
        _bytes = Vector256.Create<byte>(all);
        _matter = ~Vector256.Equals(_bytes, Vector256<byte>.Zero);
        (Length, Member) = (bytes.Length, member);
    }

    /// <summary>How many bytes it has; 0: it is none.</summary>
    public int Length { get; }

    /// <summary>Index of the name.</summary>
    public int Member { get; }

    /// <summary>True where bytes begin so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Begins(in Vector256<byte> bytes) => Length > 0 && (bytes & _matter) == _bytes;
}
