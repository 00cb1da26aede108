using System.Collections.Immutable;
using EditEngine.Compiler.Text;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Syntax;

/// <summary>A value or a condition.</summary>
internal abstract record ExpressionSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>A stretch that is no expression; its mistake has been reported.</summary>
internal sealed record ErrorExpressionSyntax(TextSpan Span) : ExpressionSyntax(Span);

/// <summary>A bare name or word: a bound name, a definition, a word of a closed list, or a code.</summary>
internal sealed record NameExpressionSyntax(TextSpan Span, string Name) : ExpressionSyntax(Span);

/// <summary>A run of letters and digits with a digit in it: a number, a code or an id, as written.</summary>
internal sealed record AtomSyntax(TextSpan Span, string Text) : ExpressionSyntax(Span);

/// <summary>A text in quotes.</summary>
internal sealed record TextLiteralSyntax(TextSpan Span, string Value) : ExpressionSyntax(Span);

/// <summary>A date.</summary>
internal sealed record DateLiteralSyntax(TextSpan Span, DateOnly Value) : ExpressionSyntax(Span);

/// <summary>An amount of money: digits without sign and commas, as <c>1250.00</c>.</summary>
internal sealed record MoneyLiteralSyntax(TextSpan Span, string Digits) : ExpressionSyntax(Span);

/// <summary>A percent: the digits before the sign, as <c>13.6</c>.</summary>
internal sealed record PercentLiteralSyntax(TextSpan Span, string Digits) : ExpressionSyntax(Span);

/// <summary>A number with a unit word: day(s), week(s), month(s), year(s), unit(s).</summary>
internal sealed record QuantitySyntax(TextSpan Span, AtomSyntax Number, NameSyntax Unit) : ExpressionSyntax(Span);

/// <summary><c>@name</c>: a code set, a table or a parameter.</summary>
internal sealed record AtNameSyntax(TextSpan Span, string Name) : ExpressionSyntax(Span);

/// <summary><c>{ A, B-C, D* }</c></summary>
internal sealed record SetSyntax(TextSpan Span, ImmutableArray<SetItemSyntax> Items) : ExpressionSyntax(Span);

/// <summary>
/// One member of a set, as written: <c>99213</c>, <c>E1-E4</c>, <c>O24*</c>, <c>"text"</c> (IsText), with the days it belongs to the set.
/// A range between words (<c>FA .. FZ</c>, or an atom with a hyphen) stands in <paramref name="Text"/> with one hyphen, no blanks.
/// </summary>
internal sealed record SetItemSyntax(TextSpan Span, string Text, bool IsText, bool IsPrefix, DateSyntax? From, DateSyntax? Through) : SyntaxNode(Span);

/// <summary><c>receiver.Name</c></summary>
internal sealed record MemberSyntax(TextSpan Span, ExpressionSyntax Receiver, NameSyntax Name) : ExpressionSyntax(Span);

/// <summary>Operators between two values or conditions.</summary>
internal enum BinaryOperator
{
    /// <summary>and</summary>
    And,

    /// <summary>or</summary>
    Or,

    /// <summary>=</summary>
    Equal,

    /// <summary>&lt;&gt;</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&gt;=</summary>
    GreaterOrEqual,

    /// <summary>+</summary>
    Add,

    /// <summary>-</summary>
    Subtract,

    /// <summary>*</summary>
    Multiply,

    /// <summary>/</summary>
    Divide,

    /// <summary>&amp;</summary>
    Intersect,
}

/// <summary><c>left OP right</c>. A chain of one and/or is nested to the left; and beside or without parentheses is reported.</summary>
internal sealed record BinarySyntax(TextSpan Span, BinaryOperator Operator, TextSpan OperatorSpan, ExpressionSyntax Left, ExpressionSyntax Right)
    : ExpressionSyntax(Span);

/// <summary><c>not CONDITION</c></summary>
internal sealed record NotSyntax(TextSpan Span, ExpressionSyntax Operand) : ExpressionSyntax(Span);

/// <summary><c>- VALUE</c></summary>
internal sealed record NegateSyntax(TextSpan Span, ExpressionSyntax Operand) : ExpressionSyntax(Span);

/// <summary><c>( … )</c></summary>
internal sealed record ParenthesizedSyntax(TextSpan Span, ExpressionSyntax Inner) : ExpressionSyntax(Span);

/// <summary><c>VALUE [not] in SET</c>; the set is braces, @name, a range or a list member.</summary>
internal sealed record InSyntax(TextSpan Span, ExpressionSyntax Value, bool IsNegated, ExpressionSyntax Set) : ExpressionSyntax(Span)
{
    /// <summary>After <c>on</c>: the day on which a dated set is asked; null: the day of the value's own thing.</summary>
    public ExpressionSyntax? On { get; init; }
}

/// <summary><c>a .. b</c>, both ends included; a null end is open.</summary>
internal sealed record RangeSyntax(TextSpan Span, ExpressionSyntax? From, ExpressionSyntax? To) : ExpressionSyntax(Span);

/// <summary><c>A or else B</c></summary>
internal sealed record OrElseSyntax(TextSpan Span, ExpressionSyntax First, ExpressionSyntax Second) : ExpressionSyntax(Span);

/// <summary><c>V if C, V if C, otherwise V</c></summary>
internal sealed record ChoiceSyntax(TextSpan Span, ImmutableArray<ChoiceBranchSyntax> Branches) : ExpressionSyntax(Span);

/// <summary>One branch; the last may have no condition (<c>otherwise</c>).</summary>
internal sealed record ChoiceBranchSyntax(TextSpan Span, ExpressionSyntax Value, ExpressionSyntax? Condition) : SyntaxNode(Span);

/// <summary>Several values in order: a key in parentheses, or the parts of a definition.</summary>
internal sealed record TupleSyntax(TextSpan Span, ImmutableArray<ExpressionSyntax> Values) : ExpressionSyntax(Span);

/// <summary><c>VALUE is [not] WORD [of OTHER] [by EDIT]</c>: history, payable, missing, present, a kind, a relation, <c>denied by E</c>; <c>is on claim</c> and <c>is valid on DATE</c>.</summary>
/// <param name="Span">The condition.</param>
/// <param name="Value">What is asked about.</param>
/// <param name="IsNegated"><c>is not</c>.</param>
/// <param name="Word">The word after is; <c>on</c> and <c>valid</c> for the two special forms.</param>
/// <param name="Argument">After <c>of</c>, after <c>is on</c> or after <c>is valid on</c>; else null.</param>
/// <param name="By">Edit id after <c>by</c>; else null.</param>
internal sealed record IsSyntax(TextSpan Span, ExpressionSyntax Value, bool IsNegated, NameSyntax Word, ExpressionSyntax? Argument, NameSyntax? By)
    : ExpressionSyntax(Span);

/// <summary><c>X has [no | exactly N | more than N | at least N] MEMBER [in SET | outside SET | CODE]</c></summary>
/// <param name="Span">The condition.</param>
/// <param name="Subject">The thing; null inside a quantifier (<c>any x of g has modifier 25</c>): the quantified thing.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Number">For Exactly, MoreThan and AtLeast.</param>
/// <param name="Member">modifier, diagnosis, condition, attachment and so on.</param>
/// <param name="IsOutside"><c>outside</c>.</param>
/// <param name="Filter">A set, an @name, a code or a name; null: any member at all.</param>
internal sealed record HasSyntax(
    TextSpan Span, ExpressionSyntax? Subject, Quantity Quantity, AtomSyntax? Number, NameSyntax Member, bool IsOutside, ExpressionSyntax? Filter)
    : ExpressionSyntax(Span);

/// <summary><c>X has same VALUE as Y</c>; the subject is null inside a quantifier.</summary>
internal sealed record HasSameSyntax(TextSpan Span, ExpressionSyntax? Subject, NameSyntax What, ExpressionSyntax Other) : ExpressionSyntax(Span);

/// <summary><c>X shares a MEMBER with Y</c></summary>
internal sealed record SharesSyntax(TextSpan Span, ExpressionSyntax Subject, NameSyntax Member, ExpressionSyntax Other) : ExpressionSyntax(Span);

/// <summary><c>RANGE overlaps RANGE</c></summary>
internal sealed record OverlapsSyntax(TextSpan Span, ExpressionSyntax Left, ExpressionSyntax Right) : ExpressionSyntax(Span);

/// <summary><c>any KIND [has (CONDITION) | has MEMBER PHRASE | is WORD …]</c>; without a body: there is such a thing.</summary>
/// <param name="Span">The condition.</param>
/// <param name="Quantifier">any, every or no.</param>
/// <param name="Kind">One kind, its name where it has one, and what it is of.</param>
/// <param name="Body">The condition on the thing; a HasSyntax or HasSameSyntax here has no subject, an IsSyntax has a name of the kind's variable or an empty name.</param>
internal sealed record QuantifiedSyntax(TextSpan Span, Quantifier Quantifier, KindSyntax Kind, ExpressionSyntax? Body) : ExpressionSyntax(Span);

/// <summary><c>every day of A .. B is in any KIND</c>: how the days of a range lie in things that have a first and a last day.</summary>
/// <param name="Span">The condition.</param>
/// <param name="Quantifier">any, every or no day.</param>
/// <param name="Days">The range; of one value, that day.</param>
/// <param name="IsOutside">It is in no such thing.</param>
/// <param name="Kind">Of what they are, and what it is of.</param>
internal sealed record DaysInSyntax(TextSpan Span, Quantifier Quantifier, ExpressionSyntax Days, bool IsOutside, KindSyntax Kind) : ExpressionSyntax(Span);

/// <summary><c>row [r] in @T for KEY [on DATE]</c></summary>
internal sealed record RowSyntax(TextSpan Span, NameSyntax? Variable, AtNameSyntax Table, ExpressionSyntax Key, ExpressionSyntax? On) : ExpressionSyntax(Span);

/// <summary><c>COLUMN of @T for KEY [on DATE]</c></summary>
internal sealed record LookupSyntax(TextSpan Span, NameSyntax Column, AtNameSyntax Table, ExpressionSyntax Key, ExpressionSyntax? On) : ExpressionSyntax(Span);

/// <summary><c>NAME of ARGUMENT [on DATE]</c>: a defined value, a built-in (age of, count of, first of, evidence of) or a list of things. Chains are nested to the right.</summary>
internal sealed record OfSyntax(TextSpan Span, NameSyntax Name, ExpressionSyntax Argument, ExpressionSyntax? On) : ExpressionSyntax(Span);

/// <summary><c>sum of VALUE [over KIND [where (CONDITION)]]</c>; without <c>over</c> the value is <c>NAME of g</c> and g is the list.</summary>
internal sealed record SumSyntax(TextSpan Span, ExpressionSyntax Value, KindSyntax? Over) : ExpressionSyntax(Span);

/// <summary><c>count of KIND [where (CONDITION)]</c> where a kind phrase stands; <c>count of g</c> is an <see cref="OfSyntax"/>.</summary>
internal sealed record CountSyntax(TextSpan Span, KindSyntax Over) : ExpressionSyntax(Span);

/// <summary><c>least of (A, B)</c>, <c>greatest of (A, B)</c>.</summary>
internal sealed record ExtremeSyntax(TextSpan Span, bool IsGreatest, ImmutableArray<ExpressionSyntax> Values) : ExpressionSyntax(Span);

/// <summary><c>least of VALUE over KIND [where (CONDITION)]</c>, and <c>greatest of</c>; without <c>over</c> the value is <c>NAME of g</c> and g is the list.</summary>
internal sealed record ExtremeOverSyntax(TextSpan Span, bool IsGreatest, ExpressionSyntax Value, KindSyntax? Over) : ExpressionSyntax(Span);

/// <summary><c>first of g by (KEY [descending], …)</c> or <c>last of g</c> without keys.</summary>
internal sealed record FirstSyntax(TextSpan Span, bool IsLast, ExpressionSyntax List, ImmutableArray<OrderKeySyntax> Keys) : ExpressionSyntax(Span);

/// <summary>One key of an order.</summary>
internal sealed record OrderKeySyntax(TextSpan Span, ExpressionSyntax Value, bool IsDescending) : SyntaxNode(Span);

/// <summary><c>last run of (KIND by NAME) broken where (CONDITION)</c></summary>
internal sealed record RunSyntax(TextSpan Span, KindSyntax Kind, ExpressionSyntax By, ExpressionSyntax Broken) : ExpressionSyntax(Span);

/// <summary><c>days from A to B</c></summary>
internal sealed record DaysBetweenSyntax(TextSpan Span, ExpressionSyntax From, ExpressionSyntax To) : ExpressionSyntax(Span);

/// <summary><c>minutes from A to B</c></summary>
internal sealed record MinutesBetweenSyntax(TextSpan Span, ExpressionSyntax From, ExpressionSyntax To) : ExpressionSyntax(Span);

/// <summary><c>full calendar months from A to B</c></summary>
internal sealed record MonthsBetweenSyntax(TextSpan Span, ExpressionSyntax From, ExpressionSyntax To) : ExpressionSyntax(Span);

/// <summary>
/// <c>first day of calendar year of DATE</c>, and of a month, a quarter, or <c>benefit year of DATE from DATE</c>. A period that stands for itself is
/// the range of its first and last day.
/// </summary>
internal sealed record PeriodEdgeSyntax(TextSpan Span, bool IsLast, CalendarPeriod Period, ExpressionSyntax Date, ExpressionSyntax? Start) : ExpressionSyntax(Span);

/// <summary><c>sample N in M by VALUE</c></summary>
internal sealed record SampleSyntax(TextSpan Span, AtomSyntax Part, AtomSyntax Whole, ExpressionSyntax By) : ExpressionSyntax(Span);

/// <summary><c>VALUE rounded half up to UNIT</c>; the unit is a percent, a money or a number literal.</summary>
internal sealed record RoundedSyntax(TextSpan Span, ExpressionSyntax Value, Rounding Mode, ExpressionSyntax Unit) : ExpressionSyntax(Span);

/// <summary><c>codes of SYSTEM</c>: every code of that system on the claim.</summary>
internal sealed record CodesOfSyntax(TextSpan Span, NameSyntax System) : ExpressionSyntax(Span);

/// <summary>
/// A kind phrase: <c>other professional line or counted a of v where …</c>, <c>v of group g of marked by date</c>, <c>group g of K by A, B</c>,
/// <c>row of @T</c>. Which last word is a name and which a kind is the binder's to say.
/// </summary>
/// <param name="Span">The phrase.</param>
/// <param name="Alternatives">The parts between <c>or</c>, each its words in order.</param>
/// <param name="Of">What follows <c>of</c> (context thing, list or @table); null for none.</param>
/// <param name="Group">The group, where the phrase is one or draws from one.</param>
/// <param name="Where">Condition, or null.</param>
internal sealed record KindSyntax(
    TextSpan Span, ImmutableArray<KindAlternativeSyntax> Alternatives, ExpressionSyntax? Of, GroupSyntax? Group, ExpressionSyntax? Where)
    : SyntaxNode(Span);

/// <summary>The words of one alternative: adjectives, kind and perhaps a name, in order.</summary>
internal sealed record KindAlternativeSyntax(TextSpan Span, ImmutableArray<NameSyntax> Words) : SyntaxNode(Span);

/// <summary><c>group [g] of KIND by KEY, KEY</c>. In <c>for each v of group g of K by …</c> the phrase's alternatives hold <c>v</c>; for a bare group they are empty.</summary>
internal sealed record GroupSyntax(TextSpan Span, NameSyntax? Variable, KindSyntax Members, ImmutableArray<ExpressionSyntax> Keys) : SyntaxNode(Span);
