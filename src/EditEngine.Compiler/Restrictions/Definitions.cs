using System.Collections.Immutable;
using EditEngine.Compiler.Binding;

namespace EditEngine.Compiler.Restrictions;

/// <summary>What the names of definitions stand for where they are used: a definition means what it would mean written out.</summary>
/// <param name="Arguments">By the slot of the definition's name; slots are unique in an edit.</param>
internal sealed record Definitions(ImmutableDictionary<int, BoundExpression> Arguments)
{
    public static readonly Definitions None = new(ImmutableDictionary<int, BoundExpression>.Empty);

    /// <summary>With the arguments of a use.</summary>
    public Definitions Of(BoundUse use)
    {
        ImmutableDictionary<int, BoundExpression> arguments = Arguments;
        for (int i = 0; i < use.Arguments.Length; i++)
        {
            arguments = arguments.SetItem(use.Parameters[i].Slot, use.Arguments[i]);
        }

        return new Definitions(arguments);
    }

    /// <summary>With a name for a thing.</summary>
    public Definitions With(int slot, BoundExpression thing) => new(Arguments.SetItem(slot, thing));

    /// <summary>The names that an expression is made of, those of definitions by what they stand for.</summary>
    public IEnumerable<int> SlotsIn(BoundNode node) => node switch
    {
        BoundUse use => Of(use).SlotsIn(use.Body),
        BoundVariable variable when Arguments.TryGetValue(variable.Variable.Slot, out BoundExpression? argument) && !IsSame(argument, variable) => SlotsIn(argument),
        BoundVariable variable => [variable.Variable.Slot],
        _ => node.Children.SelectMany(SlotsIn),
    };

    /// <summary>The look-ups that a value is made of, each with what the names in it stand for; those that only choose between values are left out: of an open choice every branch is tried.</summary>
    public IEnumerable<(BoundRow Row, Definitions Names)> RowsIn(BoundNode node) => node switch
    {
        BoundUse use => Of(use).RowsIn(use.Body),
        BoundVariable variable when Arguments.TryGetValue(variable.Variable.Slot, out BoundExpression? argument) && !IsSame(argument, variable) => RowsIn(argument),
        BoundRow row => node.Children.SelectMany(RowsIn).Prepend((row, this)),
        BoundChoice choice => choice.Branches.SelectMany(branch => RowsIn(branch.Value)),
        _ => node.Children.SelectMany(RowsIn),
    };

    private static bool IsSame(BoundExpression argument, BoundVariable variable) => argument is BoundVariable same && same.Variable.Slot == variable.Variable.Slot;

    /// <summary>An expression without uses and parameters at its root, and what the names below it stand for.</summary>
    public (BoundExpression Expression, Definitions Names) Resolve(BoundExpression expression)
    {
        Definitions names = this;
        while (true)
        {
            switch (expression)
            {
                case BoundUse use:
                    names = names.Of(use);
                    expression = use.Body;
                    break;
                case BoundVariable variable when names.Arguments.TryGetValue(variable.Variable.Slot, out BoundExpression? argument) && !IsSame(argument, variable):
                    expression = argument;
                    break;
                default:
                    return (expression, names);
            }
        }
    }
}
