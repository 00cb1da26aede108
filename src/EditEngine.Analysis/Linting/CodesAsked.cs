using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Plans;

namespace EditEngine.Analysis.Linting;

/// <summary>Whether an edit asks for a code, of any thing and in any form: what it asks narrows it, though the index of procedures may not see how.</summary>
internal static class CodesAsked
{
    /// <summary>True where a condition of the edit asks for a code, a set of codes or a row of a table; that something is no such code does not narrow.</summary>
    public static bool By(BoundEdit edit) => new BoundNode?[] { edit.Scope }.Concat(edit.Bindings).Concat(edit.Joins).Concat(edit.Cases.Select(one => one.Condition))
        .OfType<BoundNode>().Any(Asks);

    private static bool Asks(BoundNode node) => node switch
    {
        BoundNot or BoundCompare { Operator: BinaryOperator.NotEqual } or BoundQuantified { Quantifier: Quantifier.No } => false,
        BoundHas { Quantity: Quantity.No } or BoundHas { IsOutside: true } => false,
        BoundInSet { Set: CodeSetConstant } or BoundHas { Set: CodeSetConstant } or BoundIsFound or BoundConstant { Value: CodeConstant } => true,
        _ => node.Children.Any(Asks),
    };
}
