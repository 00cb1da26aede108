using EditEngine.Plans;
using EditEngine.Tables;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of texts: references; <c>KnownFacts.NoText</c> is none.</summary>
internal sealed class TextEmitter(Emission emission)
{
    /// <summary>A text; null where it has no text of its own.</summary>
    public EmittedValue? Of(Expression text) => text switch
    {
        ConstantValue { Value: null } => new("KnownFacts.NoText", true),
        ConstantValue constant => new($"Unsafe.As<string>({emission.Row.Object(constant.Value)})", false),
        FieldValue field => emission.Fields.Text(field.Field),
        ColumnValue column when emission.Rows.Of(column.Row, ColumnType.Text, column.Column) is { } row => new(
            emission.Text.Local("string", $"KnownFacts.CellText({row.Record}, {row.Index}, {Emission.Number(column.Column)})"), true),
        PayerValue payer => new(emission.Text.Local("string", $"KnownFacts.PayerText({emission.Row.Object(payer.Member)}, claim)", $"if ({{0}} is null) {Emission.Undecided}"), false),
        GroupKeyValue key => emission.Groups.KeyOf(key),
        UniqueValue unique => Of(unique.Value),
        Choice choice => emission.Choices.Of(choice, "string", "KnownFacts.NoText", Of),
        DatedValue dated => emission.Choices.Of(dated, "string", "KnownFacts.NoText", Of),
        OrElse orElse => emission.Choices.Of(orElse, "string", "{0} is null || ReferenceEquals({0}, KnownFacts.NoText)", "KnownFacts.NoText", Of),
        OfThing of => emission.Rows.With(of, () => Of(of.Value)),
        _ => null,
    };
}
