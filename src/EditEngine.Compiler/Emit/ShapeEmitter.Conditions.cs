using System.Collections.Immutable;
using EditEngine.Evaluation;
using EditEngine.Evaluation.Steps;

namespace EditEngine.Compiler.Emit;

/// <content>Conditions and the values they compare.</content>
internal sealed partial class ShapeEmitter
{
    private string Condition(Step<Truth> step) => step switch
    {
        AndStep and => Chain(and.Operands, "And", "False"),
        OrStep or => Chain(or.Operands, "Or", "True"),
        NotStep not => $"NotStep.Not({Condition(not.Operand)})",
        CompareStep<int> days when Day(days.Left) is string left && Day(days.Right) is string right => $"Day.Compare(Relation.{days.Relation}, {left}, {right})",
        CompareStep<ulong> codes when CodeText(codes.Left) is string left && CodeText(codes.Right) is string right => $"Values.Compare<ulong>(Relation.{codes.Relation}, {left}, {right})",
        InCodeSetStep inSet when CodeText(inSet.Code) is string code && (inSet.On is null ? "0" : Day(inSet.On)) is string day =>
            Text($"InCodeSetStep.Test({code}, p.Sets[{Keep(_sets, inSet.Set)}], {day})"),
        _ => Text($"p.Conditions[{Keep(_conditions, step)}].Run(f)"),
    };

    // The first operand that decides ends the chain, as in the steps.
    private string Chain(ImmutableArray<Step<Truth>> operands, string join, string decided)
    {
        if (operands.IsEmpty)
        {
            return join == "And" ? "Truth.True" : "Truth.False";
        }

        string chain = Condition(operands[^1]);
        for (int i = operands.Length - 2; i >= 0; i--)
        {
            string name = Text($"x{_names++}");
            chain = $"({Condition(operands[i])} is var {name} && {name} == Truth.{decided} ? Truth.{decided} : SourceCursor.{join}({name}, {chain}))";
        }

        return chain;
    }

    private string? Day(Step<int> step) => step switch
    {
        ConstantStep<int> constant => Text($"p.Days[{Keep(_days, constant.Value)}]"),
        DayFact { Fact: { Fact: Fact.LineDate, Role: Role.Self } fact } when _loops.TryGetValue(fact.Slot, out LineLoop loop) => DayColumn(loop),
        DateOfStep date when _loops.TryGetValue(date.Slot, out LineLoop loop) => DayColumn(loop),
        DateOfStep { Slot: < 0 } => "f.ClaimDay",
        _ => null,
    };

    private static string DayColumn(LineLoop loop) => loop.IsHistory ? $"f.HistoryDays[{loop.Index}]" : $"f.Days[{loop.Index}]";

    private string? CodeText(Step<ulong> step) => step switch
    {
        ConstantStep<ulong> constant => Text($"p.Codes[{Keep(_codes, constant.Value)}]"),
        CodeFact { Fact: { Fact: Fact.LineProcedure, Role: Role.Self } fact } when _loops.TryGetValue(fact.Slot, out LineLoop loop) =>
            loop.IsHistory ? $"f.HistoryProcedures[{loop.Index}]" : $"f.Procedures[{loop.Index}]",
        _ => null,
    };
}
