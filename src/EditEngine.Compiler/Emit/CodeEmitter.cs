using EditEngine.Codes;
using EditEngine.Plans;
using EditEngine.Tables;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of codes: <c>ulong</c>, 1 is none.</summary>
internal sealed class CodeEmitter(Emission emission)
{
    /// <summary>A code; null where it has no text of its own.</summary>
    public EmittedValue? Of(Expression code) => code switch
    {
        ConstantValue { Value: null } => new("1UL", true),
        ConstantValue constant when CodeName.TryParse(constant.Value, out Code known) && known.Odd is null => new($"(ulong){emission.Row.Number(unchecked((long)known.Packed))}", false),
        FieldValue field => emission.Fields.Code(field.Field),
        ColumnValue column when emission.Rows.Of(column.Row, ColumnType.Code, column.Column) is { } row => new(
            emission.Text.Local("ulong", $"KnownFacts.CellCode({row.Record}, {row.Index}, {Emission.Number(column.Column)})"), true),
        PayerValue payer => new(
            emission.Text.Local("ulong", $"KnownFacts.PayerCode({emission.Row.Object(payer.Member)}, claim, {Emission.Number((int)payer.System)})", $"if (unchecked({{0}} + 1) <= 1UL) {Emission.Undecided}"), false),
        GroupKeyValue key => emission.Groups.KeyOf(key),
        UniqueValue unique => Of(unique.Value),
        Choice choice => emission.Choices.Of(choice, "ulong", "1UL", Of),
        DatedValue dated => emission.Choices.Of(dated, "ulong", "1UL", Of),
        OrElse orElse => emission.Choices.Of(orElse, "ulong", "{0} <= 1UL", "1UL", Of),
        OfThing of => emission.Rows.With(of, () => Of(of.Value)),
        _ => null,
    };
}
