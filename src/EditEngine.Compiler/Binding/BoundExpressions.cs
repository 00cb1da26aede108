using System.Collections.Immutable;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;
using EditEngine.Evaluation;
using EditEngine.Values;

namespace EditEngine.Compiler.Binding;

/// <summary>A value or condition whose names are resolved and whose types fit.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Place">Where it was written.</param>
public abstract record BoundExpression(LanguageType Type, SourceSpan Place);

/// <summary>A mistake, already reported.</summary>
public sealed record BoundError(SourceSpan Place) : BoundExpression(LanguageType.Error, Place);

/// <summary>A constant.</summary>
public sealed record BoundConstant(LanguageType Type, SourceSpan Place, Constant Value) : BoundExpression(Type, Place);

/// <summary>A thing, group or parameter of a definition by its name.</summary>
public sealed record BoundVariable(SourceSpan Place, VariableSymbol Variable) : BoundExpression(Variable.Type, Place);

/// <summary>The claim itself.</summary>
public sealed record BoundClaim(SourceSpan Place) : BoundExpression(LanguageType.ThingOf(ThingKinds.Claim), Place);

/// <summary>A field of a thing.</summary>
public sealed record BoundField(SourceSpan Place, BoundExpression Receiver, FieldSymbol Field) : BoundExpression(Field.Type, Place);

/// <summary>A fact that the payer adds.</summary>
public sealed record BoundFact(SourceSpan Place, FactSymbol Fact) : BoundExpression(Fact.Type, Place);

/// <summary>A key of a group.</summary>
public sealed record BoundGroupKey(LanguageType Type, SourceSpan Place, BoundExpression Group, int Index) : BoundExpression(Type, Place);

/// <summary>A dated constant, on the date of the edit's subject.</summary>
public sealed record BoundParameter(SourceSpan Place, ParameterSymbol Parameter) : BoundExpression(Parameter.Type, Place);

/// <summary>A definition used: its body with the arguments in the places of its names.</summary>
/// <param name="Place">The use.</param>
/// <param name="Name">Name of the definition.</param>
/// <param name="Parameters">Its names.</param>
/// <param name="Arguments">What stands for them.</param>
/// <param name="Body">Its body.</param>
public sealed record BoundUse(
    SourceSpan Place, string Name, ImmutableArray<VariableSymbol> Parameters, ImmutableArray<BoundExpression> Arguments, BoundExpression Body)
    : BoundExpression(Body.Type, Place);

/// <summary>All of these.</summary>
public sealed record BoundAnd(SourceSpan Place, ImmutableArray<BoundExpression> Operands) : BoundExpression(LanguageType.Condition, Place);

/// <summary>Any of these.</summary>
public sealed record BoundOr(SourceSpan Place, ImmutableArray<BoundExpression> Operands) : BoundExpression(LanguageType.Condition, Place);

/// <summary>Not this.</summary>
public sealed record BoundNot(SourceSpan Place, BoundExpression Operand) : BoundExpression(LanguageType.Condition, Place);

/// <summary>A comparison of two values of one type.</summary>
public sealed record BoundCompare(SourceSpan Place, BinaryOperator Operator, BoundExpression Left, BoundExpression Right)
    : BoundExpression(LanguageType.Condition, Place);

/// <summary>Membership of a value in a constant set, on a date where the set is dated.</summary>
public sealed record BoundInSet(SourceSpan Place, BoundExpression Value, Constant Set, string? SetName, BoundExpression? On)
    : BoundExpression(LanguageType.Condition, Place);

/// <summary>Membership of a value in a closed range; a null end is open.</summary>
public sealed record BoundInRange(SourceSpan Place, BoundExpression Value, BoundExpression? From, BoundExpression? To)
    : BoundExpression(LanguageType.Condition, Place);

/// <summary>Membership of a code in a list.</summary>
public sealed record BoundInList(SourceSpan Place, BoundExpression Value, BoundExpression List) : BoundExpression(LanguageType.Condition, Place);

/// <summary>Whether two closed ranges share a day.</summary>
public sealed record BoundOverlaps(SourceSpan Place, BoundExpression FromA, BoundExpression ToA, BoundExpression FromB, BoundExpression ToB)
    : BoundExpression(LanguageType.Condition, Place);

/// <summary>Arithmetic on numbers, dates and periods.</summary>
public sealed record BoundArithmetic(LanguageType Type, SourceSpan Place, BinaryOperator Operator, BoundExpression Left, BoundExpression Right)
    : BoundExpression(Type, Place);

/// <summary>The negative of a number.</summary>
public sealed record BoundNegate(LanguageType Type, SourceSpan Place, BoundExpression Operand) : BoundExpression(Type, Place);

/// <summary>A choice of values by conditions; a branch without one is the last.</summary>
public sealed record BoundChoice(LanguageType Type, SourceSpan Place, ImmutableArray<BoundBranch> Branches) : BoundExpression(Type, Place);

/// <summary>One branch.</summary>
public sealed record BoundBranch(BoundExpression Value, BoundExpression? Condition);

/// <summary>The first value, or the second where the first is missing or none.</summary>
public sealed record BoundOrElse(LanguageType Type, SourceSpan Place, BoundExpression First, BoundExpression Second) : BoundExpression(Type, Place);

/// <summary>Whether there is a value.</summary>
public sealed record BoundIsPresent(SourceSpan Place, BoundExpression Value) : BoundExpression(LanguageType.Condition, Place);

/// <summary>Whether a yes-or-no fact is yes.</summary>
public sealed record BoundIsYes(SourceSpan Place, BoundExpression Value) : BoundExpression(LanguageType.Condition, Place);

/// <summary>Whether a thing is of one of the alternatives of a kind: in its store, and its conditions true.</summary>
public sealed record BoundIsKind(SourceSpan Place, BoundExpression Thing, VariableSymbol Variable, ImmutableArray<BoundAlternative> Alternatives, string KindName)
    : BoundExpression(LanguageType.Condition, Place);

/// <summary>How many members of a list pass a filter, against a number.</summary>
/// <param name="Place">The condition.</param>
/// <param name="List">A list of codes.</param>
/// <param name="Quantity">Any, No, Exactly, MoreThan, AtLeast.</param>
/// <param name="Number">For the last three.</param>
/// <param name="Set">A constant set, or null.</param>
/// <param name="Code">A code value, or null; neither: any member.</param>
/// <param name="IsOutside">Members outside of the set count.</param>
/// <param name="On">Date for a dated set.</param>
public sealed record BoundHas(
    SourceSpan Place, BoundExpression List, HasQuantity Quantity, int Number, Constant? Set, BoundExpression? Code, bool IsOutside, BoundExpression? On)
    : BoundExpression(LanguageType.Condition, Place);

/// <summary>Whether two lists of codes have a member in common.</summary>
public sealed record BoundShares(SourceSpan Place, BoundExpression Left, BoundExpression Right) : BoundExpression(LanguageType.Condition, Place);

/// <summary>Whether two tuples are equal part by part.</summary>
public sealed record BoundSame(SourceSpan Place, ImmutableArray<BoundExpression> Left, ImmutableArray<BoundExpression> Right)
    : BoundExpression(LanguageType.Condition, Place);

/// <summary>any, every or no thing of a source, with a condition on it.</summary>
public sealed record BoundQuantified(SourceSpan Place, Quantifier Quantifier, BoundSource Source, BoundExpression? Body)
    : BoundExpression(LanguageType.Condition, Place);

/// <summary>How many things a source has.</summary>
public sealed record BoundCount(SourceSpan Place, BoundSource Source)
    : BoundExpression(LanguageType.Number with { IsNeverNegative = true }, Place);

/// <summary>How many codes a list has; one written twice counts once, as it does for <c>has</c>.</summary>
public sealed record BoundCodeCount(SourceSpan Place, BoundExpression List)
    : BoundExpression(LanguageType.Number with { IsNeverNegative = true }, Place);

/// <summary>A sum of a value over the things of a source.</summary>
public sealed record BoundSum(LanguageType Type, SourceSpan Place, BoundSource Source, BoundExpression Value) : BoundExpression(Type, Place);

/// <summary>The least or greatest of several values.</summary>
public sealed record BoundExtreme(LanguageType Type, SourceSpan Place, bool IsGreatest, ImmutableArray<BoundExpression> Values) : BoundExpression(Type, Place);

/// <summary>The first or last thing of a source by keys, or in its own order.</summary>
public sealed record BoundFirst(LanguageType Type, SourceSpan Place, BoundSource Source, bool IsLast, ImmutableArray<BoundOrderKey> Keys)
    : BoundExpression(Type, Place);

/// <summary>One key of an order, over the source's variable.</summary>
public sealed record BoundOrderKey(BoundExpression Value, bool IsDescending);

/// <summary>The last run of a source in the order of a key: cut before each member for which the condition holds.</summary>
/// <param name="Type">A list of the source's things.</param>
/// <param name="Place">The phrase.</param>
/// <param name="Source">What is in the runs.</param>
/// <param name="By">The key, over the source's variable.</param>
/// <param name="Previous">The name of the member before.</param>
/// <param name="Broken">Condition on the variable and <paramref name="Previous"/>.</param>
public sealed record BoundRun(LanguageType Type, SourceSpan Place, BoundSource Source, BoundExpression By, VariableSymbol Previous, BoundExpression Broken)
    : BoundExpression(Type, Place);

/// <summary>The row of a table for a key on a date: a row, none, or missing.</summary>
public sealed record BoundRow(SourceSpan Place, TableSymbol Table, ImmutableArray<BoundExpression> Key, BoundExpression? On)
    : BoundExpression(LanguageType.ThingOf(ThingKinds.Row, Table), Place);

/// <summary>A column of a row.</summary>
public sealed record BoundColumn(SourceSpan Place, BoundExpression Row, ColumnSymbol Column) : BoundExpression(Column.Type, Place);

/// <summary>Days from one date to another.</summary>
public sealed record BoundDaysBetween(SourceSpan Place, BoundExpression From, BoundExpression To) : BoundExpression(LanguageType.Number, Place);

/// <summary>Full calendar months between two dates: the months strictly between theirs.</summary>
public sealed record BoundMonthsBetween(SourceSpan Place, BoundExpression From, BoundExpression To) : BoundExpression(LanguageType.Number, Place);

/// <summary>Completed years of a person on a date.</summary>
public sealed record BoundAge(SourceSpan Place, BoundExpression Birth, BoundExpression On) : BoundExpression(LanguageType.Number, Place);

/// <summary>The first or last day of the calendar period that holds a date; <paramref name="Start"/> is a day on which benefit years begin.</summary>
public sealed record BoundPeriodEdge(SourceSpan Place, CalendarPeriod Period, bool IsLast, BoundExpression Date, BoundExpression? Start)
    : BoundExpression(LanguageType.Date, Place);

/// <summary>Whether a text falls into a stable sample.</summary>
public sealed record BoundSample(SourceSpan Place, int Part, int Whole, BoundExpression By) : BoundExpression(LanguageType.Condition, Place);

/// <summary>A number rounded to a unit.</summary>
public sealed record BoundRounded(LanguageType Type, SourceSpan Place, BoundExpression Value, RoundingMode Mode, Numbers.Rational Unit)
    : BoundExpression(Type, Place);

/// <summary>Whether a line is payable when the phase begins.</summary>
public sealed record BoundIsPayable(SourceSpan Place, BoundExpression Thing) : BoundExpression(LanguageType.Condition, Place);

/// <summary>Whether an edit of an earlier phase denied a thing.</summary>
public sealed record BoundIsDecidedBy(SourceSpan Place, BoundExpression Thing, string Edit) : BoundExpression(LanguageType.Condition, Place);

/// <summary>Whether a suggested code stands on the claim, in the place of its system.</summary>
public sealed record BoundIsOnClaim(SourceSpan Place, BoundExpression Suggestion) : BoundExpression(LanguageType.Condition, Place);

/// <summary>Whether a thing is none of some others.</summary>
public sealed record BoundIsOther(SourceSpan Place, BoundExpression Thing, ImmutableArray<BoundExpression> Others) : BoundExpression(LanguageType.Condition, Place);

/// <summary>Whether a line or history line comes before another: by date, then line number; history by date alone.</summary>
public sealed record BoundIsEarlier(SourceSpan Place, BoundExpression Thing, BoundExpression Than) : BoundExpression(LanguageType.Condition, Place);

/// <summary>The date of a thing, as look-ups and windows use it.</summary>
public sealed record BoundDateOf(SourceSpan Place, BoundExpression Thing) : BoundExpression(LanguageType.Date, Place);

/// <summary>Every code of one system on the claim.</summary>
public sealed record BoundCodesOf(SourceSpan Place, Codes.CodeSystem System) : BoundExpression(LanguageType.ListOf(System), Place);

/// <summary>A tuple of values: only inside of a definition's body, taken apart where it is used.</summary>
public sealed record BoundTuple(SourceSpan Place, ImmutableArray<BoundExpression> Values) : BoundExpression(LanguageType.Tuple, Place);

/// <summary>Whether a look-up finds a row; unknown where its key is missing.</summary>
public sealed record BoundIsFound(SourceSpan Place, BoundRow Row) : BoundExpression(LanguageType.Condition, Place);

/// <summary>Whether a thing lies in one of some stores: <c>v is history</c>.</summary>
public sealed record BoundIsIn(SourceSpan Place, BoundExpression Thing, ThingKinds Stores) : BoundExpression(LanguageType.Condition, Place);
