using System.Collections.Immutable;
using EditEngine.Fields;

namespace EditEngine.Formats.Json;

/// <summary>Reads the value of a member into the record of its object.</summary>
/// <returns>False where nothing usable stands there: that is reported where it stands, but for a blank text.</returns>
internal delegate bool ReadMember(ref JsonParser parser, object record);

/// <summary>One kind of object of the claim schema: its members by the rows of the table of fields.</summary>
/// <typeparam name="T">The record it becomes.</typeparam>
internal sealed class ObjectShape<T>
    where T : class
{
    private readonly Func<T> _create;

    /// <param name="rows">Rows of the record; those that follow from others are left out.</param>
    /// <param name="create">A record with no member yet.</param>
    /// <param name="own">Members that are more than read into a property.</param>
    public ObjectShape(IEnumerable<ClaimField> rows, Func<T> create, params ReadOnlySpan<(string Member, ReadMember Read)> own)
    {
        ClaimField[] members = [.. rows.Where(row => row.IsSubmitted)];
        _create = create;
        Names = new MemberNames([.. members.Select(row => row.Member)]);
        ReadMember[] readers = [.. members.Select(MemberReaders.Of)];
        foreach ((string member, ReadMember read) in own)
        {
            readers[Names.IndexOf(member)] = read;
        }

        Readers = [.. readers];
        Required = [.. members.Where(row => row.IsRequired).Select(row => row.Member)];
    }

    /// <summary>Names of its members.</summary>
    public MemberNames Names { get; }

    /// <summary>What reads each of them.</summary>
    public ImmutableArray<ReadMember> Readers { get; }

    /// <summary>Members without which it is refused, in the order in which they are told.</summary>
    public ImmutableArray<string> Required { get; init; }

    /// <summary>What its members come to together, once all are read; null where nothing does.</summary>
    public Action<T>? Complete { get; init; }

    /// <summary>A record with no member yet, for this reading alone.</summary>
    public T Create() => _create();
}
