using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Binding;

/// <summary>Values in the form that a fingerprint is taken of.</summary>
internal static class ValueFingerprint
{
    /// <summary>The node's form; null for a node that is no value of its own.</summary>
    public static FingerprintNode? Of(BoundNode node, EditFingerprint form) => node switch
    {
        BoundError => new("error"),
        BoundConstant constant => new($"constant {FingerprintWords.Of(constant.Type)} {form.Constant(constant.Value)}"),
        BoundParameter parameter => new($"parameter {FingerprintWords.Of(parameter.Type)} {form.Constant(parameter.Parameter)}"),
        BoundVariable variable => new($"variable {form.Variable(variable.Variable)}"),
        BoundClaim => new("claim"),
        BoundField field => new($"field {FingerprintWords.Of(field.Field.Owners)} {FingerprintText.Quoted(field.Field.Name)}", field.Receiver),
        BoundFact fact => new($"fact {FingerprintText.Quoted(fact.Fact.Name)} {FingerprintText.Quoted(fact.Fact.Member)} {FingerprintWords.Of(fact.Fact.Type)}"),
        BoundGroupKey key => new($"key {FingerprintText.Number(key.Index)}", key.Group),
        BoundUse use => new($"use {string.Join(' ', use.Parameters.Select(form.Variable))}", [.. use.Arguments, use.Body]),
        BoundArithmetic arithmetic => new($"compute {FingerprintWords.Of(arithmetic.Operator)} {FingerprintWords.Of(arithmetic.Type)}", arithmetic.Left, arithmetic.Right),
        BoundNegate negate => new("negate", negate.Operand),
        BoundChoice choice => new("choice", [.. choice.Branches]),
        BoundBranch branch => new("branch", branch.Value, branch.Condition),
        BoundOrElse orElse => new("or-else", orElse.First, orElse.Second),
        BoundRounded rounded => new($"rounded {FingerprintWords.Of(rounded.Mode)} {FingerprintText.Number(rounded.Unit)}", rounded.Value),
        BoundRow row => new($"row {EditFingerprint.Table(row.Table)}", [.. row.Key, row.On]),
        BoundColumn column => new($"column {FingerprintText.Number(column.Column.Index)} {FingerprintWords.Of(column.Column.Type)} {(column.Column.IsMonths ? "months" : "plain")}", column.Row),
        BoundMinutesBetween minutes => new("minutes-between", minutes.From, minutes.To),
        BoundDaysBetween days => new("days-between", days.From, days.To),
        BoundMonthsBetween months => new("months-between", months.From, months.To),
        BoundAge age => new("age", age.Birth, age.On),
        BoundPeriodEdge edge => new($"edge {FingerprintWords.Of(edge.Period)} {(edge.IsLast ? "last" : "first")}", edge.Date, edge.Start),
        BoundDateOf date => new("date-of", date.Thing),
        BoundCodesOf codes => new($"codes-of {FingerprintText.Quoted(CodeSystemNames.NameOf(codes.System))}"),
        BoundTuple tuple => new("tuple", [.. tuple.Values]),
        _ => null,
    };
}
