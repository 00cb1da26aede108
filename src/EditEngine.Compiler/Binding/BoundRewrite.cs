using System.Collections.Immutable;
using System.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Bound trees with other nodes in the places of some.</summary>
/// <example><code>BoundRewrite.Of(edit, node => ReferenceEquals(node, old) ? changed : null)</code></example>
internal static class BoundRewrite
{
    /// <summary>The tree with a node replaced wherever it stands.</summary>
    public static T Of<T>(T tree, BoundNode node, BoundNode replacement)
        where T : BoundNode => Of(tree, one => ReferenceEquals(one, node) ? replacement : null);

    /// <summary>The tree in which each node has what stands for it in its place; what is put in is not looked into.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="replace">What stands for a node; null: the node itself, its parts replaced.</param>
    public static T Of<T>(T tree, Func<BoundNode, BoundNode?> replace)
        where T : BoundNode => (T)new Rewriter(replace).Node(tree);

    private sealed class Rewriter(Func<BoundNode, BoundNode?> replace)
    {
        public BoundNode Node(BoundNode node) => replace(node) ?? WithParts(node);

        private BoundNode WithParts(BoundNode node) => node switch
        {
            BoundExpression expression => ValueWithParts(expression) ?? ConditionWithParts(expression) ?? throw Unknown(node),
            BoundEdit edit => edit with { Scope = Maybe(edit.Scope), Subject = One(edit.Subject), Bindings = All(edit.Bindings), Joins = All(edit.Joins), Cases = All(edit.Cases) },
            BoundCase one => one with { Condition = Maybe(one.Condition), Rows = All(one.Rows), Exceptions = All(one.Exceptions), Actions = All(one.Actions), Message = Maybe(one.Message) },
            BoundException exception => exception with { Condition = One(exception.Condition) },
            BoundAction action => action with
            {
                Thing = Maybe(action.Thing),
                Amount = Maybe(action.Amount),
                ReplaceWith = Maybe(action.ReplaceWith),
                Overridable = Maybe(action.Overridable),
                Added = Maybe(action.Added),
            },
            BoundAddedLine line => line with { Code = One(line.Code), Units = Maybe(line.Units), Pay = Maybe(line.Pay), Supports = Maybe(line.Supports) },
            BoundMessage message => message with { Parts = All(message.Parts) },
            BoundMessagePart part => part with { Value = Maybe(part.Value) },
            BoundSource source => source with { Alternatives = All(source.Alternatives) },
            BoundAlternative alternative => alternative with { List = Maybe(alternative.List), Conditions = All(alternative.Conditions) },
            BoundThingBinding things => things with { Source = One(things.Source) },
            BoundGroupBinding group => group with { Members = One(group.Members), Keys = All(group.Keys), Condition = Maybe(group.Condition) },
            BoundGroupKeyDefinition key => key with { Value = One(key.Value) },
            BoundOrderKey key => key with { Value = One(key.Value) },
            BoundBranch branch => branch with { Value = One(branch.Value), Condition = Maybe(branch.Condition) },
            _ => throw Unknown(node),
        };

        private BoundExpression? ValueWithParts(BoundExpression node) => node switch
        {
            BoundError or BoundConstant or BoundVariable or BoundClaim or BoundFact or BoundParameter or BoundCodesOf => node,
            BoundField field => field with { Receiver = One(field.Receiver) },
            BoundGroupKey key => key with { Group = One(key.Group) },
            BoundUse use => use with { Arguments = All(use.Arguments), Body = One(use.Body) },
            BoundArithmetic arithmetic => arithmetic with { Left = One(arithmetic.Left), Right = One(arithmetic.Right) },
            BoundNegate negate => negate with { Operand = One(negate.Operand) },
            BoundChoice choice => choice with { Branches = All(choice.Branches) },
            BoundOrElse orElse => orElse with { First = One(orElse.First), Second = One(orElse.Second) },
            BoundRow row => row with { Key = All(row.Key), On = Maybe(row.On) },
            BoundColumn column => column with { Row = One(column.Row) },
            BoundRounded rounded => rounded with { Value = One(rounded.Value) },
            BoundTuple tuple => tuple with { Values = All(tuple.Values) },
            BoundRows rows => rows with { On = Maybe(rows.On) },
            BoundMembers members => members with { Group = One(members.Group) },
            BoundCount count => count with { Source = One(count.Source) },
            BoundCodeCount count => count with { List = One(count.List) },
            BoundSum sum => sum with { Source = One(sum.Source), Value = One(sum.Value) },
            BoundExtremeOver extreme => extreme with { Source = One(extreme.Source), Value = One(extreme.Value) },
            BoundExtreme extreme => extreme with { Values = All(extreme.Values) },
            BoundFirst first => first with { Source = One(first.Source), Keys = All(first.Keys) },
            BoundRun run => run with { Source = One(run.Source), By = One(run.By), Broken = One(run.Broken) },
            BoundDaysBetween days => days with { From = One(days.From), To = One(days.To) },
            BoundMinutesBetween minutes => minutes with { From = One(minutes.From), To = One(minutes.To) },
            BoundMonthsBetween months => months with { From = One(months.From), To = One(months.To) },
            BoundAge age => age with { Birth = One(age.Birth), On = One(age.On) },
            BoundPeriodEdge edge => edge with { Date = One(edge.Date), Start = Maybe(edge.Start) },
            BoundDateOf date => date with { Thing = One(date.Thing) },
            _ => null,
        };

        private BoundExpression? ConditionWithParts(BoundExpression node) => node switch
        {
            BoundAnd and => and with { Operands = All(and.Operands) },
            BoundOr or => or with { Operands = All(or.Operands) },
            BoundNot not => not with { Operand = One(not.Operand) },
            BoundCompare compare => compare with { Left = One(compare.Left), Right = One(compare.Right) },
            BoundInSet set => set with { Value = One(set.Value), On = Maybe(set.On) },
            BoundInRange range => range with { Value = One(range.Value), From = Maybe(range.From), To = Maybe(range.To) },
            BoundInCategory under => under with { Value = One(under.Value), Category = One(under.Category) },
            BoundInList list => list with { Value = One(list.Value), List = One(list.List) },
            BoundOverlaps overlaps => overlaps with { FromA = One(overlaps.FromA), ToA = One(overlaps.ToA), FromB = One(overlaps.FromB), ToB = One(overlaps.ToB) },
            BoundIsPresent present => present with { Value = One(present.Value) },
            BoundIsYes yes => yes with { Value = One(yes.Value) },
            BoundIsKind isKind => isKind with { Thing = One(isKind.Thing), Alternatives = All(isKind.Alternatives) },
            BoundIsIn isIn => isIn with { Thing = One(isIn.Thing) },
            BoundHas has => has with { List = One(has.List), Code = Maybe(has.Code), On = Maybe(has.On) },
            BoundShares shares => shares with { Left = One(shares.Left), Right = One(shares.Right) },
            BoundSameCodes same => same with { Left = One(same.Left), Right = One(same.Right) },
            BoundSame same => same with { Left = All(same.Left), Right = All(same.Right) },
            BoundSample sample => sample with { By = One(sample.By) },
            BoundIsPayable payable => payable with { Thing = One(payable.Thing) },
            BoundIsDecidedBy decided => decided with { Thing = One(decided.Thing) },
            BoundIsOnClaim on => on with { Suggestion = One(on.Suggestion) },
            BoundIsOther other => other with { Thing = One(other.Thing), Others = All(other.Others) },
            BoundIsEarlier earlier => earlier with { Thing = One(earlier.Thing), Than = One(earlier.Than) },
            BoundIsFound found => found with { Row = One(found.Row) },
            BoundQuantified quantified => quantified with { Source = One(quantified.Source), Body = Maybe(quantified.Body) },
            _ => null,
        };

        private T One<T>(T node)
            where T : BoundNode => (T)Node(node);

        private T? Maybe<T>(T? node)
            where T : BoundNode => node is null ? null : (T)Node(node);

        private ImmutableArray<T> All<T>(ImmutableArray<T> nodes)
            where T : BoundNode => [.. nodes.Select(One)];

        private static UnreachableException Unknown(BoundNode node) => new($"A {node.GetType().Name} cannot be rewritten.");
    }
}
