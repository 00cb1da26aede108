using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Numbers;

namespace EditEngine.Compiler.Symbols;

/// <summary>A value known when the pack is compiled.</summary>
internal abstract record Constant;

/// <summary>A number, money in cents, or percent.</summary>
internal sealed record NumberConstant(Rational Value) : Constant;

/// <summary>A day number.</summary>
internal sealed record DateConstant(int DayNumber) : Constant;

/// <summary>Days or months; one of them is 0.</summary>
internal sealed record PeriodConstant(int Days, int Months) : Constant;

/// <summary>A code.</summary>
internal sealed record CodeConstant(Code Value) : Constant;

/// <summary>A text.</summary>
internal sealed record TextConstant(string Value) : Constant;

/// <summary>Yes or no.</summary>
internal sealed record YesNoConstant(bool Value) : Constant;

/// <summary>There is no such thing.</summary>
internal sealed record NoneConstant : Constant
{
    /// <summary>The only one.</summary>
    public static readonly NoneConstant Instance = new();
}

/// <summary>A set of codes.</summary>
internal sealed record CodeSetConstant(CodeSet Set) : Constant;

/// <summary>A set of texts, ordinal order; and of prefixes.</summary>
internal sealed record TextSetConstant(ImmutableSortedSet<string> Texts, ImmutableArray<string> Prefixes) : Constant;

/// <summary>A set of numbers.</summary>
internal sealed record NumberSetConstant(ImmutableArray<Rational> Numbers) : Constant;
