namespace EditEngine.Compiler.Interpretation;

/// <summary>Codes and lists of codes, as they are asked of one another.</summary>
internal static class CodeConditions
{
    /// <summary>A code is in a list.</summary>
    public static TruthValue InList(EvaluatedValue value, EvaluatedValue list) => (value, list) switch
    {
        (_, EvaluatedCodes { Codes.IsEmpty: true }) => TruthValue.False,
        (EvaluatedNone, _) or (_, EvaluatedNone) => TruthValue.False,
        (EvaluatedCode code, EvaluatedCodes codes) => TruthValue.Of(codes.Codes.Any(one => Comparison.SameCode(one, code.Value))),
        _ => TruthValue.Unknown(Arithmetic.FieldsOf(value).Union(Arithmetic.FieldsOf(list))),
    };

    /// <summary>A code lies under a category.</summary>
    public static TruthValue InCategory(EvaluatedValue value, EvaluatedValue category) => (value, category) switch
    {
        (EvaluatedNone, _) or (_, EvaluatedNone) => TruthValue.False,
        (EvaluatedCode code, EvaluatedCode under) => TruthValue.Of(code.Value.Odd is null && code.Value.System == under.Value.System
            && code.Value.ToPlainText().StartsWith(under.Value.ToPlainText(), StringComparison.Ordinal)),
        _ => TruthValue.Unknown(Arithmetic.FieldsOf(value).Union(Arithmetic.FieldsOf(category))),
    };

    /// <summary>Two lists share a code.</summary>
    public static TruthValue Shares(EvaluatedValue left, EvaluatedValue right)
    {
        if (left is EvaluatedCodes { Codes.IsEmpty: true } || right is EvaluatedCodes { Codes.IsEmpty: true } || left is EvaluatedNone || right is EvaluatedNone)
        {
            return TruthValue.False;
        }

        return left is EvaluatedCodes a && right is EvaluatedCodes b
            ? TruthValue.Of(a.Codes.Any(code => b.Codes.Contains(code)))
            : TruthValue.Unknown(Arithmetic.FieldsOf(left).Union(Arithmetic.FieldsOf(right)));
    }

    /// <summary>Two lists have the same codes.</summary>
    public static TruthValue SameCodes(EvaluatedValue left, EvaluatedValue right) => (left, right) switch
    {
        (EvaluatedMissing, _) or (_, EvaluatedMissing) => TruthValue.Unknown(Arithmetic.FieldsOf(left).Union(Arithmetic.FieldsOf(right))),
        (EvaluatedCodes a, EvaluatedCodes b) => TruthValue.Of(a.Codes.Where(code => !code.IsMissing).ToHashSet().SetEquals(b.Codes.Where(code => !code.IsMissing))),
        _ => TruthValue.Of(left is EvaluatedNone && right is EvaluatedNone),
    };
}
