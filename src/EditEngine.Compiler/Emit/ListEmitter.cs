using EditEngine.Plans;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of lists of codes: <c>Code[]</c>, null is none.</summary>
internal sealed class ListEmitter(Emission emission)
{
    /// <summary>A list; null where it has no text of its own.</summary>
    public EmittedValue? Of(Expression list) => list switch
    {
        FieldValue field => emission.Fields.Codes(field.Field),
        ClaimCodes codes => new(emission.Text.Local("var", $"KnownFacts.ClaimCodes(claim, {Emission.Number((int)codes.System)})"), false),
        UniqueValue unique => Of(unique.Value),
        OfThing of => emission.Rows.With(of, () => Of(of.Value)),
        _ => null,
    };

    /// <summary>Whether two lists share a code, as C# of a bool.</summary>
    public string? Share(Expression left, Expression right) =>
        Of(left) is { MayBeNone: false } a && Of(right) is { MayBeNone: false } b ? $"KnownValues.Share({a.Text}, {b.Text})" : null;

    /// <summary>Whether two lists have the same codes, as C# of a bool.</summary>
    public string? Same(Expression left, Expression right) =>
        Of(left) is { MayBeNone: false } a && Of(right) is { MayBeNone: false } b ? $"KnownValues.SameCodes(KnownValues.ListOf({a.Text}), KnownValues.ListOf({b.Text}))" : null;

    /// <summary>So many codes of a list pass a filter, as C# of a bool.</summary>
    public string? Has(HasCodes has)
    {
        if (Of(has.List) is not { } list)
        {
            return null;
        }

        if (list.Text == "null")
        {
            return "false"; // Of no list nothing holds, not even that it has no code.
        }

        string day = "0";
        if (has.On is not null)
        {
            if (emission.Days.Of(has.On) is not { } on)
            {
                return null;
            }

            day = on.Text;
        }

        string? code = null;
        if (has.Code is not null && has.Set is null)
        {
            code = emission.Codes.Of(has.Code)?.Text;
            if (code is null)
            {
                return null;
            }
        }

        string set = has.Set is null ? "null" : emission.Row.Object(has.Set);
        string outside = has.IsOutside ? "true" : "false";
        string any = has.Set is not null ? $"KnownValues.HasIn({list.Text}, {set}, {day}, {outside})"
            : code is not null ? $"KnownValues.HasCode({list.Text}, {code}, {outside})"
            : has.IsOutside ? "false" : $"KnownValues.HasAny({list.Text})";
        string count = $"KnownValues.CountIn({list.Text}, {set}, {code ?? "0UL"}, {day}, {outside})";
        string holds = has.Quantity switch
        {
            Quantity.Any => any,
            Quantity.No => $"!{any}",
            Quantity.Exactly => $"{count} == {emission.Row.Number(has.Number)}",
            Quantity.MoreThan => $"{count} > {emission.Row.Number(has.Number)}",
            _ => $"{count} >= {emission.Row.Number(has.Number)}",
        };
        return list.MayBeNone ? $"({list.Text} is not null && {holds})" : holds;
    }
}
