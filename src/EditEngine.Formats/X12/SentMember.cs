using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Fields;

namespace EditEngine.Formats.X12;

/// <summary>A member of a claim that X12 brings: its row of the table of fields, and its path for places.</summary>
internal sealed class SentMember<T>
{
    private readonly ClaimField<T> _row;

    /// <param name="rows">Rows of its record.</param>
    /// <param name="around">The path of the record, with a point behind it; empty for the claim.</param>
    /// <param name="member">Its name in the claim schema.</param>
    public SentMember(ImmutableArray<ClaimField> rows, string around, string member)
    {
        _row = rows.OfType<ClaimField<T>>().Single(row => row.IsSubmitted && row.Member == member);
        Path = around + member;
    }

    /// <summary>Its path in the names of the claim schema, with empty brackets.</summary>
    public string Path { get; }

    /// <summary>The system of its code.</summary>
    public CodeSystem System => _row.Type.System;

    /// <summary>What a record says in it.</summary>
    public T Get(in OpenRecord record) => _row.Get(record.Record);

    /// <summary>Puts a value into a record that nobody else has yet.</summary>
    public void Set(in OpenRecord record, T value) => _row.Set(record.Record, value);
}

/// <summary>A record of the claim that is read while its segments pass, and its position in the lists that it lies in.</summary>
internal readonly record struct OpenRecord(object Record, int First = 0, int Second = 0);
