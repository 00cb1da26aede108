using EditEngine.Plans;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of choices: a local that each branch sets.</summary>
internal sealed class ChoiceEmitter(Emission emission)
{
    /// <summary>A choice.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="type">C# of the type of its values.</param>
    /// <param name="none">C# of none.</param>
    /// <param name="value">Writes a value.</param>
    public EmittedValue? Of(Choice choice, string type, string none, Func<Expression, EmittedValue?> value)
    {
        string local = emission.Text.Name("v");
        string done = emission.Text.Name("d");
        bool mayBeNone = Possible(choice) is not [.., { Condition: null }];
        emission.Text.Line($"{type} {local} = {none};");
        foreach (ChoiceBranch branch in Possible(choice))
        {
            string next = emission.Text.Name("n");
            int block = emission.Text.Open();
            if (branch.Condition is not null && !emission.Conditions.Require(branch.Condition, $"goto {next};"))
            {
                return null;
            }

            if (value(branch.Value) is not { } taken)
            {
                return null;
            }

            mayBeNone |= taken.MayBeNone;
            emission.Text.Line($"{local} = {taken.Text}; goto {done};");
            emission.Text.Close(block, next);
        }

        emission.Text.Line($"{done}: ;");
        return new(local, mayBeNone);
    }

    // Which branches can be taken of a thing of this kind: <c>v.paid_units if v is history</c> is none of a line's.
    private List<ChoiceBranch> Possible(Choice choice)
    {
        List<ChoiceBranch> possible = [];
        foreach (ChoiceBranch branch in choice.Branches)
        {
            bool? holds = branch.Condition is IsOfKind kind && emission.Thing(kind.Slot) is { Kind: not ThingKind.Row } thing ? (kind.Kinds & thing.Bit) != 0 : null;
            if (holds == true)
            {
                possible.Add(branch with { Condition = null });
                break;
            }

            if (holds is null)
            {
                possible.Add(branch);
            }
        }

        return possible;
    }

    /// <summary>The first value, or the second where the first is absent.</summary>
    /// <param name="orElse">Both.</param>
    /// <param name="type">C# of the type.</param>
    /// <param name="isAbsent">C# that says that the local <c>{0}</c> is absent.</param>
    /// <param name="none">C# of none.</param>
    /// <param name="value">Writes a value.</param>
    public EmittedValue? Of(OrElse orElse, string type, string isAbsent, string none, Func<Expression, EmittedValue?> value)
    {
        string? first = orElse.First is FieldValue { Form: ValueForm.Plain } field ? emission.Fields.OrAbsent(field.Field)
            : orElse.First is ColumnValue ? value(orElse.First)?.Text
            : null;
        if (first is null)
        {
            return null;
        }

        string local = emission.Text.Name("v");
        emission.Text.Line($"{type} {local} = {first};");
        emission.Text.Line($"if ({isAbsent.Replace("{0}", local, StringComparison.Ordinal)})");
        int block = emission.Text.Open();
        if (value(orElse.Second) is not { } second)
        {
            return null;
        }

        emission.Text.Line($"{local} = {second.Text};");
        emission.Text.Close(block);
        return new(local, second.MayBeNone);
    }

    /// <summary>A value that changes from a day on.</summary>
    public EmittedValue? Of(DatedValue dated, string type, string none, Func<Expression, EmittedValue?> value)
    {
        if (emission.Days.Of(dated.On) is not { } day)
        {
            return null;
        }

        if (day.MayBeNone)
        {
            emission.Text.Line($"if ({day.Text} == 1) {Emission.Undecided}");
        }

        string text = none;
        bool mayBeNone = true;
        foreach (ValueFrom from in dated.Values)
        {
            if (value(from.Value) is not { } one)
            {
                return null;
            }

            mayBeNone = one.MayBeNone || (mayBeNone && from.FromDay > 0);
            text = $"{day.Text} >= {emission.Row.Number(Values.Day.Since(from.FromDay).Packed)} ? {one.Text} : {text}";
        }

        return new(emission.Text.Local(type, text), mayBeNone || dated.Values.Any(one => one.Value.Value is null));
    }
}
