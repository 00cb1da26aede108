using System.Collections.Immutable;
using EditEngine.Analysis.Linting;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Restrictions;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Plans;

namespace EditEngine.Analysis.Comparison;

/// <summary>What one condition asks of one value.</summary>
internal abstract record ConditionAtom
{
    /// <summary>No value meets it.</summary>
    public virtual bool IsEmpty => false;

    /// <summary>Whether every value that meets it meets another; false where that cannot be told.</summary>
    public abstract bool IsWithin(ConditionAtom other);

    /// <summary>Both at once; null where that is not one atom.</summary>
    public virtual ConditionAtom? And(ConditionAtom other) => null;

    /// <summary>The value that a condition asks of, as a text that is equal for equal values, and what it asks.</summary>
    /// <param name="condition">A condition without <c>and</c>.</param>
    /// <param name="form">A part of the edit as such a text.</param>
    public static (string Key, ConditionAtom Atom) Of(BoundExpression condition, Func<BoundNode, string> form) => condition switch
    {
        BoundInSet { Set: CodeSetConstant { Set: CodeSet codes } } inside => (KeyOf(inside, form), new CodesAtom(codes, CodeSet.Empty)),
        BoundNot { Operand: BoundInSet { Set: CodeSetConstant { Set: CodeSet codes } } outside } => (KeyOf(outside, form), new CodesAtom(null, codes)),
        BoundInSet { Set: TextSetConstant { Prefixes.IsEmpty: true } texts } inside => (KeyOf(inside, form), new TextsAtom([.. texts.Texts])),
        BoundCompare { Operator: BinaryOperator.Equal, Right: BoundConstant { Value: CodeConstant code } } compare => ($"set {form(compare.Left)}", new CodesAtom(Only(code.Value), CodeSet.Empty)),
        BoundCompare { Operator: BinaryOperator.NotEqual, Right: BoundConstant { Value: CodeConstant code } } compare => ($"set {form(compare.Left)}", new CodesAtom(null, Only(code.Value))),
        BoundCompare { Operator: BinaryOperator.Equal, Right: BoundConstant { Value: TextConstant text } } compare => ($"set {form(compare.Left)}", new TextsAtom([text.Value])),
        BoundHas { Quantity: Quantity.Any or Quantity.No, IsOutside: false } has when SetOf(has) is CodeSet codes => ($"has {has.Quantity} {form(has.List)} {OnOf(has.On, codes, form)}", new MembersAtom(codes, has.Quantity == Quantity.Any)),
        _ when ValueRanges.Asked(condition) is (BoundExpression value, NumberRange range) => ($"range {form(value)}", new RangeAtom(range)),
        _ => ($"holds {form(condition)}", HeldAtom.Instance),
    };

    private static string KeyOf(BoundInSet inside, Func<BoundNode, string> form) => $"set {form(inside.Value)}{(inside.Set is CodeSetConstant { Set: CodeSet codes } ? OnOf(inside.On, codes, form) : "")}";

    // The day counts only where members have days.
    private static string OnOf(BoundExpression? on, CodeSet codes, Func<BoundNode, string> form) => on is null || !codes.IsDated ? "" : " on " + form(on);

    private static CodeSet? SetOf(BoundHas has) => has switch
    {
        { Set: CodeSetConstant codes, Code: null } => codes.Set,
        { Set: null, Code: BoundConstant { Value: CodeConstant code } } => Only(code.Value),
        _ => null,
    };

    private static CodeSet Only(Code code) => CodeSet.From([new CodeInterval(code.Packed, code.Packed, int.MinValue, int.MaxValue)]);
}

/// <summary>A number, an amount, or a day as its number, from one to another.</summary>
internal sealed record RangeAtom(NumberRange Range) : ConditionAtom
{
    /// <inheritdoc/>
    public override bool IsEmpty => Range.IsEmpty;

    /// <inheritdoc/>
    public override bool IsWithin(ConditionAtom other) => other is RangeAtom range && Range.And(range.Range) == Range;

    /// <inheritdoc/>
    public override ConditionAtom? And(ConditionAtom other) => other is RangeAtom range ? new RangeAtom(Range.And(range.Range)) : null;
}

/// <summary>A code of a set, and of no other.</summary>
/// <param name="Only">The set; null: any code.</param>
/// <param name="Never">Codes that it is not.</param>
internal sealed record CodesAtom(CodeSet? Only, CodeSet Never) : ConditionAtom
{
    /// <inheritdoc/>
    public override bool IsEmpty => Only?.Except(Never).Intervals.IsEmpty == true;

    /// <inheritdoc/>
    public override bool IsWithin(ConditionAtom other) => other is CodesAtom codes && (Only, codes.Only) switch
    {
        (null, null) => IsPart(codes.Never, Never),
        (null, _) => false,
        (CodeSet own, var theirs) => own.Except(Never) is CodeSet members && (theirs is null || IsPart(members, theirs)) && members.Intersect(codes.Never).Intervals.IsEmpty,
    };

    /// <inheritdoc/>
    public override ConditionAtom? And(ConditionAtom other) => other is CodesAtom codes
        ? new CodesAtom(Only is null ? codes.Only : codes.Only is null ? Only : Only.Intersect(codes.Only), Never.Union(codes.Never)) : null;

    private static bool IsPart(CodeSet some, CodeSet all) => some.Except(all).Intervals.IsEmpty;
}

/// <summary>A text of a set.</summary>
internal sealed record TextsAtom(ImmutableHashSet<string> Texts) : ConditionAtom
{
    /// <inheritdoc/>
    public override bool IsEmpty => Texts.IsEmpty;

    /// <inheritdoc/>
    public override bool IsWithin(ConditionAtom other) => other is TextsAtom texts && Texts.IsSubsetOf(texts.Texts);

    /// <inheritdoc/>
    public override ConditionAtom? And(ConditionAtom other) => other is TextsAtom texts ? new TextsAtom(Texts.Intersect(texts.Texts)) : null;
}

/// <summary>A list with a member of a set, or with none.</summary>
/// <param name="Codes">The set.</param>
/// <param name="IsAny">There is one; else none.</param>
internal sealed record MembersAtom(CodeSet Codes, bool IsAny) : ConditionAtom
{
    /// <inheritdoc/>
    public override bool IsEmpty => IsAny && Codes.Intervals.IsEmpty;

    /// <inheritdoc/>
    public override bool IsWithin(ConditionAtom other) => other is MembersAtom members && members.IsAny == IsAny
        && (IsAny ? Codes.Except(members.Codes) : members.Codes.Except(Codes)).Intervals.IsEmpty;
}

/// <summary>A condition that is not looked into: it holds.</summary>
internal sealed record HeldAtom : ConditionAtom
{
    public static readonly HeldAtom Instance = new();

    /// <inheritdoc/>
    public override bool IsWithin(ConditionAtom other) => other is HeldAtom;
}
