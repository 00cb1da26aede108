using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Numbers;

namespace EditEngine.Plans;

/// <summary>All conditions hold.</summary>
internal sealed record And(ImmutableArray<Expression> Operands) : Condition;

/// <summary>At least one condition holds.</summary>
internal sealed record Or(ImmutableArray<Expression> Operands) : Condition;

/// <summary>The condition does not hold.</summary>
internal sealed record Not(Expression Operand) : Condition;

/// <summary>A code is a member of a set.</summary>
/// <param name="Code">The code.</param>
/// <param name="Set">The set.</param>
/// <param name="On">The day; null where the set is not dated.</param>
internal sealed record InCodes(Expression Code, CodeSet Set, Expression? On = null) : Condition;

/// <summary>A text is one of some, or begins with one of some.</summary>
internal sealed record InTexts(Expression Text, ImmutableArray<string> Texts, ImmutableArray<string> Prefixes) : Condition;

/// <summary>A number is one of some.</summary>
internal sealed record InNumbers(Expression Number, ImmutableArray<Rational> Numbers) : Condition;

/// <summary>How many members are asked for.</summary>
internal enum Quantity : byte
{
    /// <summary>At least one.</summary>
    Any,

    /// <summary>None.</summary>
    No,

    /// <summary>Exactly a number.</summary>
    Exactly,

    /// <summary>More than a number.</summary>
    MoreThan,

    /// <summary>At least a number.</summary>
    AtLeast,
}

/// <summary>So many codes of a list pass a filter.</summary>
/// <param name="List">The list.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Number">The number, where one is asked.</param>
/// <param name="IsOutside">Those outside of the set.</param>
/// <param name="Set">Members of a set; null: any.</param>
/// <param name="Code">One code; null: any.</param>
/// <param name="On">The day of a dated set.</param>
internal sealed record HasCodes(Expression List, Quantity Quantity, int Number, bool IsOutside, CodeSet? Set = null, Expression? Code = null, Expression? On = null) : Condition;

/// <summary>A text falls into a stable sample: <c>sample 1 in 10 by claim.id</c>.</summary>
internal sealed record Sample(int Part, int Whole, Expression By) : Condition;

/// <summary>A look-up finds a row.</summary>
internal sealed record IsFound(Expression Row) : Condition;

/// <summary>There is a value; never unknown.</summary>
internal sealed record IsPresent(Expression Value) : Condition;

/// <summary>A part of a thing, as its rendering provider, is there.</summary>
internal sealed record PartIsPresent(FactRef Part) : Condition;

/// <summary>A list of things was given; an empty one was.</summary>
internal sealed record ListIsPresent(ThingList List) : Condition;

/// <summary>A thing is of some kinds.</summary>
/// <param name="Slot">The thing.</param>
/// <param name="Kinds">A bit for each kind.</param>
internal sealed record IsOfKind(int Slot, int Kinds) : Condition;

/// <summary>A thing is none of some others.</summary>
internal sealed record IsOther(int Slot, ImmutableArray<int> Others) : Condition;

/// <summary>A line or history line comes before another: by date, then line number; history by date alone.</summary>
internal sealed record IsEarlier(int Slot, int Than) : Condition;

/// <summary>A line is payable when the phase begins.</summary>
internal sealed record IsPayable(int Slot) : Condition;

/// <summary>An edit of an earlier phase denied a thing.</summary>
internal sealed record IsDeniedBy(int Slot, string Edit) : Condition;

/// <summary>A suggested code is on the claim, in the place of its system.</summary>
internal sealed record IsOnClaim(int Slot) : Condition;

/// <summary>Which things of a source must meet a condition.</summary>
internal enum Quantifier : byte
{
    /// <summary>At least one.</summary>
    Any,

    /// <summary>All.</summary>
    Every,

    /// <summary>None.</summary>
    No,
}

/// <summary>Any, every or no thing of a source meets a condition.</summary>
/// <param name="Quantifier">Which.</param>
/// <param name="Source">The things.</param>
/// <param name="Body">The condition; null: being there is enough.</param>
internal sealed record Quantified(Quantifier Quantifier, SourcePlan Source, Expression? Body = null) : Condition;
