using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EditEngine.Codes;

namespace EditEngine.Values;

/// <summary>A list of codes, read where they stand: no copy is made. A blank one is passed over: a list holds what was given.</summary>
internal readonly record struct CodeList : IAbsence<CodeList>
{
    private static readonly CodeSource Plain = new PlainCodes();

    private readonly CodeSource? _source;
    private readonly object? _facts;
    private readonly object? _filter;

    private CodeList(Presence presence, CodeSource? source, object? facts, object? filter)
    {
        Presence = presence;
        _source = source;
        _facts = facts;
        _filter = filter;
    }

    /// <inheritdoc/>
    public static CodeList Missing => default;

    /// <inheritdoc/>
    public static CodeList None => new(Presence.None, null, null, null);

    /// <inheritdoc/>
    public Presence Presence { get; }

    /// <summary>How many codes it has at most: those that are passed over counted too.</summary>
    public int Length => _source is null ? 0 : _source.Length(_facts, _filter);

    /// <summary>Codes as they are; <c>default</c> is empty.</summary>
    public static CodeList Of(ImmutableArray<Code> codes) => new(Presence.Known, Plain, ImmutableCollectionsMarshal.AsArray(codes), null);

    /// <summary>The codes of facts.</summary>
    /// <param name="source">How they are read.</param>
    /// <param name="facts">The facts; null where there are none.</param>
    /// <param name="filter">What the source needs beside them.</param>
    public static CodeList Of(CodeSource source, object? facts, object? filter = null) => new(Presence.Known, source, facts, filter);

    /// <inheritdoc/>
    public static int Order(in CodeList left, in CodeList right) => 0;

    /// <summary>The next code; the cursor begins as <c>default</c>.</summary>
    public bool Next(ref CodeCursor cursor, out Code code)
    {
        while (_source is not null && _source.Next(_facts, _filter, ref cursor, out code))
        {
            if (!code.IsMissing)
            {
                cursor.Count++;
                return true;
            }
        }

        code = default;
        return false;
    }

    /// <summary>True where no code comes.</summary>
    public bool IsEmpty()
    {
        CodeCursor cursor = default;
        return !Next(ref cursor, out _);
    }

    /// <summary>Whether a known code comes.</summary>
    public bool Contains(in Code code)
    {
        CodeCursor cursor = default;
        while (Next(ref cursor, out Code one))
        {
            if (one == code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the code that came last had come before: a code written twice counts once.</summary>
    public bool HasBefore(in CodeCursor last, in Code code)
    {
        CodeCursor cursor = default;
        while (Next(ref cursor, out Code one) && cursor.Count < last.Count)
        {
            if (one == code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is known of it: the codes may be of a person.</summary>
    public override string ToString() => Presence.ToString();

    private sealed class PlainCodes : CodeSource
    {
        public override int Length(object? facts, object? filter) => facts is Code[] codes ? codes.Length : 0;

        public override bool Next(object? facts, object? filter, ref CodeCursor cursor, out Code code)
        {
            bool comes = facts is Code[] codes && cursor.At < codes.Length;
            code = comes ? ((Code[])facts!)[cursor.At++] : default; // It has a code.
            return comes;
        }
    }
}

/// <summary>A place in a list of codes.</summary>
internal record struct CodeCursor
{
    /// <summary>Position of the next fact.</summary>
    public int At { get; set; }

    /// <summary>Position of the next code in that fact, where a fact has several.</summary>
    public int Within { get; set; }

    /// <summary>How many codes came.</summary>
    public int Count { get; set; }
}

/// <summary>How codes are read of facts of one kind.</summary>
internal abstract class CodeSource
{
    /// <summary>How many codes there are at most.</summary>
    public abstract int Length(object? facts, object? filter);

    /// <summary>The next code, which may be missing: then it is passed over.</summary>
    public abstract bool Next(object? facts, object? filter, ref CodeCursor cursor, out Code code);
}
