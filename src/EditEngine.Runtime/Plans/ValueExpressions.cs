using System.Collections.Concurrent;
using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Values;

namespace EditEngine.Plans;

/// <summary>A value written in the rules.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Value">
/// As a text that reads back exactly: <c>7/2</c>, <c>2025-01-31</c>, <c>Procedure 99213</c>, <c>30 days</c>, <c>3 months</c>, <c>true</c>; null: none.
/// </param>
internal sealed record ConstantValue(ValueKind Type, string? Value = null) : Expression
{
    // Longer ones are hardly ever said twice, and a program that goes on for months keeps no more of them.
    private const int MostLength = 10;
    private const int MostShared = 4_096;

    private static readonly ConcurrentDictionary<(ValueKind Type, string Value), ConstantValue> Shared = new();

    /// <summary>A value as a text. Short ones are the same each time: the edits of a pack say few numbers and periods, again and again.</summary>
    public static ConstantValue Of(ValueKind type, string? value) =>
        value is not { Length: <= MostLength } ? new ConstantValue(type, value)
        : Shared.TryGetValue((type, value), out ConstantValue? known) ? known
        : Shared.Count < MostShared ? Shared.GetOrAdd((type, value), static key => new ConstantValue(key.Type, key.Value))
        : new ConstantValue(type, value);

    /// <inheritdoc/>
    public override ValueKind Kind => Type;
}

/// <summary>A field of a thing.</summary>
/// <param name="Type">Type as which it is read: a yes or no is a condition, or a number.</param>
/// <param name="Field">Which field of which thing.</param>
/// <param name="Form">How it is read.</param>
internal sealed record FieldValue(ValueKind Type, FactRef Field, ValueForm Form) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => Type;
}

/// <summary>A fact that the payer adds to claims.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">In the language.</param>
/// <param name="Member">Under <c>facts</c> of a claim.</param>
/// <param name="System">Of a code.</param>
/// <param name="IsMoney">A number given in dollars, kept in cents.</param>
/// <param name="Form">How it is read: yes or no is a number.</param>
internal sealed record PayerValue(ValueKind Type, string Name, string Member, CodeSystem System, bool IsMoney, ValueForm Form) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => Type;
}

/// <summary>How a field or cell is read beside its type.</summary>
internal enum ValueForm : byte
{
    /// <summary>As its type says; a number of days for a period.</summary>
    Plain,

    /// <summary>A number of months.</summary>
    Months,

    /// <summary>Yes or no as a number, where none and no are not the same.</summary>
    YesNo,
}

/// <summary>A cell of a row.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Row">The row: a thing.</param>
/// <param name="Column">Position of the column.</param>
/// <param name="Form">How it is read.</param>
internal sealed record ColumnValue(ValueKind Type, Expression Row, int Column, ValueForm Form) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => Type;
}

/// <summary>The date of a thing, as windows and look-ups use it.</summary>
/// <param name="Slot">Its slot; -1: the claim's date on the edit's basis.</param>
internal sealed record ThingDate(int Slot) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Day;
}

/// <summary>A key of a group.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Group">Slot of the group.</param>
/// <param name="Key">Position of the key.</param>
internal sealed record GroupKeyValue(ValueKind Type, int Group, int Key) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => Type;
}

/// <summary>Every code of one system on the claim.</summary>
/// <param name="System">The system.</param>
internal sealed record ClaimCodes(CodeSystem System) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.CodeList;
}

/// <summary>An operator on values: a row of the table of operators.</summary>
/// <param name="Operator">Name of the row.</param>
/// <param name="Type">Type of its value.</param>
/// <param name="Operands">Its operands, in order.</param>
internal sealed record Operation(string Operator, ValueKind Type, ImmutableArray<Expression> Operands) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => Type;
}

/// <summary>A condition as a value: yes is 1, no 0, unknown missing.</summary>
/// <param name="Condition">The condition.</param>
internal sealed record ConditionAsNumber(Expression Condition) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Number;
}
