using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Numbers;

namespace EditEngine.Compiler.Symbols;

/// <summary>A value known when the pack is compiled.</summary>
public abstract record Constant;

/// <summary>A number, money in cents, or percent.</summary>
public sealed record NumberConstant(Rational Value) : Constant;

/// <summary>A day number.</summary>
public sealed record DateConstant(int DayNumber) : Constant;

/// <summary>Days or months; one of them is 0.</summary>
public sealed record PeriodConstant(int Days, int Months) : Constant;

/// <summary>A code.</summary>
public sealed record CodeConstant(Code Value) : Constant;

/// <summary>A text.</summary>
public sealed record TextConstant(string Value) : Constant;

/// <summary>Yes or no.</summary>
public sealed record YesNoConstant(bool Value) : Constant;

/// <summary>There is no such thing.</summary>
public sealed record NoneConstant : Constant
{
    /// <summary>The only one.</summary>
    public static readonly NoneConstant Instance = new();
}

/// <summary>A set of codes.</summary>
public sealed record CodeSetConstant(CodeSet Set) : Constant;

/// <summary>A set of texts, ordinal order; and of prefixes.</summary>
public sealed record TextSetConstant(ImmutableSortedSet<string> Texts, ImmutableArray<string> Prefixes) : Constant;

/// <summary>A set of numbers.</summary>
public sealed record NumberSetConstant(ImmutableArray<Rational> Numbers) : Constant;
